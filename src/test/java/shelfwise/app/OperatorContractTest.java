package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorHelp;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

/** What each operator of the list must keep to; a new one is tested by standing there. */
class OperatorContractTest {
    static final List<Operator<?>> ALL = Operators.ALL;
    private static final Schema ORDERS = Schema.of(new Field("order", ColumnType.TEXT, Role.ORDER), new Field("customer", ColumnType.TEXT, Role.USER),
            new Field("product", ColumnType.TEXT, Role.ITEM), new Field("at", ColumnType.TIME, Role.TIMESTAMP), new Field("event", ColumnType.TEXT, Role.EVENT_TYPE),
            new Field("pieces", ColumnType.INTEGER, Role.QUANTITY), new Field("price", ColumnType.DECIMAL, Role.PRICE), new Field("title", ColumnType.TEXT, Role.TITLE));

    @ParameterizedTest
    @FieldSource("ALL")
    void idVersionAndPortsAreFitForFiles(Operator<?> operator) {
        assertTrue(operator.id().matches("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*"), operator.id());
        assertTrue(operator.version() >= 1);
        assertFalse(operator.outputs().isEmpty());
        Stream.concat(operator.inputs().stream(), operator.outputs().stream()).forEach(p -> assertTrue(p.name().matches("[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*"), p.name()));
        for (Port output : operator.outputs()) assertFalse(output.optional() || output.many(), "an output is one value: " + output);
        switch (operator) {
            case Operator.Source<?> _ -> assertEquals(List.of(), operator.inputs());
            case Operator.Fit<?> _ -> assertEquals(List.of(Port.one("model", PortType.MODEL)), operator.outputs());
            case Operator.Transform<?> _ -> assertFalse(operator.outputs().stream().anyMatch(p -> p.type() == PortType.MODEL), "only a fit gives models");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void defaultsAreAllowedAndComeBackFromTheirText(Operator<?> operator) {
        SettingsForm form = SettingsForm.of(operator);
        for (SettingSpec s : form.specs()) {
            Object value = form.get(form.defaults(), s.name());
            assertEquals(form.defaults(), form.with(form.defaults(), s.name(), value), s.name());
            assertEquals(value, form.parse(s.name(), form.text(s.name(), value)), s.name());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNodeComesBackFromItsFile(Operator<?> operator) {
        var json = new PipelineJson(Operators.catalogue());
        Pipeline pipeline = Pipeline.empty("p").add(Node.of("it", operator));
        assertEquals(pipeline, json.read("p.json", json.write(pipeline)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void itsHelpHasNoGapInEitherLanguage(Operator<?> operator) {
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.in(language);
            OperatorHelp help = OperatorHelp.of(operator, messages);
            assertFalse(help.text(messages).contains("‹"), help.text(messages));
            boolean han = help.name().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            assertEquals(language.getLanguage().equals("zh"), han, help.name());
        }
    }

    /** On any data a new step must not fail for its defaults alone in a way that its problem does not explain. */
    @ParameterizedTest
    @FieldSource("ALL")
    void aStepFromTablesIsTriedWithoutRows(Operator<?> operator) {
        if (operator instanceof Operator.Fit<?> || operator.inputs().isEmpty() || operator.inputs().stream().anyMatch(p -> p.type() != PortType.TABLE)) return;
        var preflight = new Preflight(Operators.catalogue(), (asset, version) -> new TableBuilder(ORDERS).build());
        Pipeline pipeline = Pipeline.empty("p").add(Node.of("orders", Operators.catalogue().operator("source.asset"))).add(Node.of("it", operator));
        SettingsForm form = SettingsForm.of(Operators.catalogue().operator("source.asset"));
        pipeline = pipeline.set("orders", form.with(form.defaults(), "asset", "orders"));
        for (Port input : operator.inputs()) pipeline = pipeline.link(new Link("orders", "table", "it", input.name()));
        var findings = preflight.check(pipeline, Progress.NONE);
        boolean known = operator.outputs().getFirst().type() != PortType.TABLE || preflight.columns(pipeline, "it", operator.outputs().getFirst().name()).isPresent();
        assertTrue(known || !findings.isEmpty(), "neither columns nor a problem");
        for (Preflight.Finding f : findings) assertTrue(f.problem().key().matches("(prepare\\.(no-columns|needs-.*)|expression\\.empty|data\\..*)"), f.toString());
    }
}
