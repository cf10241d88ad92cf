package shelfwise.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pipelines as JSON files: keys in a fixed order, one line for one meaning. Links are written {@code {"from": "split.train", "to":
 * "knn.train"}}. Settings left out take their defaults. A node that is not understood is kept as {@link Unread}, fields of the whole that are not
 * known are kept as {@link Pipeline#unread}; both are written back as they were.
 */
public final class PipelineJson {
    /** Raised when older programs could not read the file any more. */
    public static final int FORMAT = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
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
     * @throws ProblemException if it is not JSON or not a pipeline, has a newer format, a link to nowhere or between unlike ports, two links into
     *         a single input, a cycle, a group or parameter of what is not there, or a parameter whose value a setting refuses
     */
    public Pipeline read(String place, String text) {
        return parsed(place, text, json -> {
            Pipeline pipeline = Parameters.applied(new PipelineReader(operators).read(json), operators);
            LinkRules.check(pipeline, operators);
            return pipeline;
        });
    }

    /** What {@code reading} makes of JSON text. @throws ProblemException with {@code place}, for text that is no JSON with its line */
    static <T> T parsed(String place, String text, Function<JsonNode, T> reading) {
        try {
            return reading.apply(JsonFiles.parse(text));
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

    /** Fields of which there is nothing are left out, so that a plain pipeline has a plain file. */
    public String write(Pipeline pipeline) {
        return NeatJson.write(json(pipeline));
    }

    ObjectNode json(Pipeline pipeline) {
        ObjectNode json = JSON.objectNode();
        json.put("format", FORMAT);
        json.put("name", pipeline.name());
        array(json, "parameters", pipeline.parameters(), PipelineJson::parameter);
        ArrayNode nodes = json.putArray("nodes"), links = json.putArray("links");
        for (Node n : pipeline.nodes()) nodes.add(node(n));
        for (Link l : pipeline.links()) links.addObject().put("from", l.from()).put("to", l.to());
        array(json, "notes", pipeline.notes(), PipelineJson::note);
        array(json, "groups", pipeline.groups(), PipelineJson::group);
        if (!pipeline.unread().isEmpty()) object(pipeline.unread()).properties().forEach(e -> json.set(e.getKey(), e.getValue()));
        return json;
    }

    private static <T> void array(ObjectNode json, String field, List<T> list, Function<T, ObjectNode> written) {
        if (!list.isEmpty()) json.putArray(field).addAll(list.stream().map(written).toList());
    }

    /** A node as it stands in the file, on several lines. */
    public String write(Node node) {
        return NeatJson.write(node(node));
    }

    private ObjectNode node(Node n) {
        if (n.settings() instanceof Unread u) return unread(n, u);
        ObjectNode json = JSON.objectNode();
        json.put("id", n.id());
        json.put("operator", n.operator());
        json.put("version", n.version());
        if (!n.label().isEmpty()) json.put("label", n.label());
        if (!n.enabled()) json.put("enabled", false);
        place(json, n.x(), n.y());
        json.set("settings", operators.form(n).toJson(n.settings()));
        return json;
    }

    /** As it was, but for what can be changed without understanding it. */
    private static ObjectNode unread(Node n, Unread unread) {
        ObjectNode json = object(unread.json());
        json.put("id", n.id());
        if (!n.label().isEmpty() || json.has("label")) json.put("label", n.label());
        if (!n.enabled() || json.has("enabled")) json.put("enabled", n.enabled());
        if (n.x() != 0 || json.has("x")) json.put("x", Math.round(n.x()));
        if (n.y() != 0 || json.has("y")) json.put("y", Math.round(n.y()));
        return json;
    }

    private static ObjectNode note(Note n) {
        ObjectNode json = JSON.objectNode().put("id", n.id()).put("kind", n.kind().name().toLowerCase(Locale.ROOT)).put("text", n.text());
        place(json, n.x(), n.y());
        return json.put("width", Math.round(n.width())).put("height", Math.round(n.height()));
    }

    private static ObjectNode group(Group g) {
        ObjectNode json = JSON.objectNode().put("id", g.id()).put("label", g.label());
        g.members().forEach(json.putArray("members")::add);
        json.put("folded", g.folded());
        place(json, g.x(), g.y());
        g.origin().ifPresent(o -> json.set("origin", origin(o)));
        return json;
    }

    private static ObjectNode origin(Origin o) {
        ObjectNode json = JSON.objectNode().put("operator", o.operator()).put("version", o.version());
        ObjectNode steps = json.putObject("steps");
        o.steps().forEach(steps::put);
        texts(json, "inputs", o.inputs());
        texts(json, "outputs", o.outputs());
        texts(json, "offered", o.offered());
        return json;
    }

    static void texts(ObjectNode json, String field, List<String> texts) {
        texts.forEach(json.putArray(field)::add);
    }

    private static ObjectNode parameter(Parameter p) {
        ObjectNode json = JSON.objectNode().put("name", p.name()).put("value", p.value());
        if (!p.meaning().isEmpty()) json.put("meaning", p.meaning());
        p.settings().forEach(json.putArray("settings")::add);
        return json;
    }

    private static void place(ObjectNode json, double x, double y) {
        json.put("x", Math.round(x));
        json.put("y", Math.round(y));
    }

    private static ObjectNode object(String text) {
        try {
            return (ObjectNode) JsonFiles.parse(text);
        } catch (JsonFiles.BrokenJson e) {
            throw new IllegalStateException("kept JSON is broken", e);
        }
    }
}
