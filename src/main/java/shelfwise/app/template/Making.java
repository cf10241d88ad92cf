package shelfwise.app.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Messages;
import shelfwise.data.Schema;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.SettingsForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a pipeline of a template: fills the places, wires what is there, names the steps, lays them out. */
final class Making {
    private final TemplateFiles files;
    private final OperatorCatalogue operators;
    private final Messages messages;

    Making(TemplateFiles files, OperatorCatalogue operators, Messages messages) {
        this.files = files;
        this.operators = operators;
        this.messages = messages;
    }

    /** @param schemas of the tables chosen; without them types are taken as they are */
    Pipeline make(Template template, Choices choices, Map<Source, Schema> schemas) {
        var bound = new Bound(template, choices, schemas);
        var wiring = new Wiring();
        Template.texts(template.json().path("parts")).forEach(part -> wiring.add(files.part(part), bound));
        wiring.add(template.json(), bound);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", PipelineJson.FORMAT).put("name", choices.name());
        ArrayNode nodes = json.putArray("nodes"), links = json.putArray("links");
        var filling = new Filling(bound);
        for (JsonNode n : wiring.nodes()) nodes.add(node(n, filling));
        wiring.wires().forEach(w -> links.addObject().put("from", w.from()).put("to", w.to()));
        Pipeline made = new PipelineJson(operators).read(template.name(), json.toString());
        return Arrangement.of(template, withParameters(made, template.json().path("parameters")), messages);
    }

    private ObjectNode node(JsonNode template, Filling filling) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String id = template.path("id").stringValue();
        node.put("id", id).put("operator", template.path("operator").stringValue());
        messages.find("template.step." + id).ifPresent(label -> node.put("label", label));
        if (template.has("settings")) node.set("settings", filling.fill(template.path("settings")));
        return node;
    }

    /** Each parameter begins with the value of its first setting that is there. */
    private Pipeline withParameters(Pipeline made, JsonNode json) {
        var parameters = new ArrayList<Parameter>();
        json.properties().forEach(e -> {
            List<String> settings = Template.texts(e.getValue()).filter(s -> made.find(s.substring(0, s.indexOf('.'))).isPresent()).toList();
            value(made, settings).ifPresent(value -> parameters.add(new Parameter(e.getKey(), value, messages.text("template.parameter." + e.getKey()), settings)));
        });
        return new Pipeline(made.name(), made.nodes(), made.links(), made.notes(), made.groups(), parameters, made.unread());
    }

    private Optional<String> value(Pipeline made, List<String> settings) {
        return settings.stream().findFirst().map(s -> {
            Node node = made.node(s.substring(0, s.indexOf('.')));
            String setting = s.substring(s.indexOf('.') + 1);
            SettingsForm form = operators.form(node);
            return form.text(setting, form.get(node.settings(), setting));
        });
    }
}
