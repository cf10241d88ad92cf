package shelfwise.pipeline;

import java.nio.file.Path;
import java.util.Set;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Own operators as JSON files: keys in a fixed order, one line for one meaning. Their steps are written as in a pipeline. */
public final class OwnOperatorJson {
    /** Raised when older programs could not read the file any more. */
    public static final int FORMAT = 1;

    private static final Set<String> FIELDS = Set.of("format", "own-operator", "description", "version", "inputs", "outputs", "offered", "steps");
    private final OperatorCatalogue operators;
    private final PipelineJson pipelines;

    public OwnOperatorJson(OperatorCatalogue operators) {
        this.operators = operators;
        pipelines = new PipelineJson(operators);
    }

    /** @throws ProblemException naming the file and the step, port or setting that is wrong */
    public OwnOperator read(Path file) {
        Path name = file.getFileName();
        return read(file, name == null ? file.toString() : name.toString());
    }

    /** As {@link #read(Path)}. @param place what problems name in place of the file */
    public OwnOperator read(Path file, String place) {
        return read(place, JsonFiles.read(file));
    }

    /**
     * @param place what problems name: the file
     * @throws ProblemException if it is not JSON or no own operator, has a newer format, a step that can't be read, or a port or setting that
     *         its steps don't have
     */
    public OwnOperator read(String place, String text) {
        return PipelineJson.parsed(place, text, this::read);
    }

    private OwnOperator read(JsonNode json) {
        if (!json.isObject() || !json.has("own-operator")) throw Problem.of("own.not-one", "").asException();
        JsonNode format = json.get("format");
        if (format == null || !format.isIntegralNumber()) throw Problem.of("pipeline.field-missing", "", "format").asException();
        if (!format.canConvertToInt() || format.intValue() > FORMAT) throw Problem.of("pipeline.newer-format", "", format.toString(), Integer.toString(FORMAT)).asException();
        JsonFields.known(json, FIELDS, "");
        if (!(json.get("steps") instanceof ObjectNode written)) throw Problem.of("pipeline.field-missing", "", "steps").asException();
        var own = new OwnOperator(JsonFields.text(json, "own-operator", ""), JsonFields.text(json, "description", "", ""), JsonFields.version(json, ""), steps(written),
                JsonFields.texts(json, "inputs", ""), JsonFields.texts(json, "outputs", ""), JsonFields.texts(json, "offered", ""));
        own.check(operators);
        return own;
    }

    private Pipeline steps(ObjectNode written) {
        ObjectNode whole = written.deepCopy().put("format", PipelineJson.FORMAT).put("name", "steps");
        Pipeline steps = new PipelineReader(operators).read(whole);
        for (Node n : steps.nodes()) if (n.settings() instanceof Unread u) throw u.problem().asException();
        LinkRules.check(steps, operators);
        return steps;
    }

    /** Writes the file whole or not at all. @throws ProblemException naming the file */
    public void write(Path file, OwnOperator own) {
        JsonFiles.write(file, write(own));
    }

    public String write(OwnOperator own) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("own-operator", own.name()).put("description", own.description()).put("version", own.version());
        PipelineJson.texts(json, "inputs", own.inputs());
        PipelineJson.texts(json, "outputs", own.outputs());
        PipelineJson.texts(json, "offered", own.offered());
        ObjectNode steps = pipelines.json(own.steps());
        steps.remove("format");
        steps.remove("name");
        json.set("steps", steps);
        return NeatJson.write(json);
    }
}
