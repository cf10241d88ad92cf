package shelfwise.pipeline;

import java.nio.file.Path;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pipelines as JSON files: keys in a fixed order, one line for one meaning. Links are written {@code {"from": "split.train", "to":
 * "knn.train"}}. Settings left out take their defaults; anything unknown is refused by name.
 */
public final class PipelineJson {
    /** Raised when older programs could not read the file any more. */
    public static final int FORMAT = 1;

    private final OperatorCatalogue operators;

    public PipelineJson(OperatorCatalogue operators) {
        this.operators = operators;
    }

    /** @throws ProblemException naming the file, the node and the port or setting that is wrong */
    public Pipeline read(Path file) {
        Path name = file.getFileName();
        return read(name == null ? file.toString() : name.toString(), JsonFiles.read(file));
    }

    /**
     * @param place what problems name: the file
     * @throws ProblemException if it is not JSON or not a pipeline, was made by a newer program, has an operator, setting or field that is not
     *         known, a setting that is out of range, a link to nowhere or between unlike ports, two links into a single input, or a cycle
     */
    public Pipeline read(String place, String text) {
        try {
            Pipeline pipeline = new PipelineReader(operators).read(JsonFiles.parse(text));
            LinkRules.check(pipeline, operators);
            return pipeline;
        } catch (JsonFiles.BrokenJson e) {
            String where = place + (e.line > 0 ? ":" + e.line : "");
            throw (e.near.isEmpty() ? Problem.of("pipeline.json-ends", where) : Problem.of("pipeline.not-json", where, e.near)).asException(e);
        } catch (ProblemException e) {
            throw e.problem().in(place).asException(e);
        }
    }

    /** Writes the file whole or not at all. @throws ProblemException naming the file */
    public void write(Path file, Pipeline pipeline) {
        JsonFiles.write(file, write(pipeline));
    }

    public String write(Pipeline pipeline) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("name", pipeline.name());
        ArrayNode nodes = json.putArray("nodes"), links = json.putArray("links");
        for (Node n : pipeline.nodes()) nodes.add(node(n));
        for (Link l : pipeline.links()) links.addObject().put("from", l.from()).put("to", l.to());
        return NeatJson.write(json);
    }

    private ObjectNode node(Node n) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", n.id());
        json.put("operator", n.operator());
        json.put("version", n.version());
        if (!n.label().isEmpty()) json.put("label", n.label());
        json.put("x", Math.round(n.x()));
        json.put("y", Math.round(n.y()));
        json.set("settings", operators.form(n).toJson(n.settings()));
        return json;
    }
}
