package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Renames;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** The pipeline's named parameters: each can be named, set, described and removed, and says which settings follow it. */
final class ParametersPane extends VBox {
    private final PipelinesViewModel model;
    private final OperatorCatalogue operators;
    private final NodeWords words;
    private final UiContext ui;
    private final VBox all = new VBox(12);
    private final List<Row> rows = new ArrayList<>();
    private List<String> names = List.of();

    ParametersPane(PipelinesViewModel model, OperatorCatalogue operators, NodeWords words, UiContext ui) {
        this.model = model;
        this.operators = operators;
        this.words = words;
        this.ui = ui;
        setId("parameters");
        getStyleClass().add("group");
        var title = new Label(ui.text("pipelines.parameters"));
        title.getStyleClass().add("section-title");
        var hint = new Label(ui.text("pipelines.parameters.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("caption");
        var add = new Button(ui.text("pipelines.parameters.add"), Icons.ADD.icon());
        add.setId("parameter-add");
        add.getStyleClass().add("small");
        add.setOnAction(_ -> add());
        getChildren().setAll(title, hint, all, add);
    }

    /** Shows the parameters as they are now; the field with the keyboard stays. */
    void show(Pipeline pipeline) {
        List<String> now = pipeline.parameters().stream().map(Parameter::name).toList();
        if (!now.equals(names)) {
            names = now;
            rows.clear();
            now.forEach(n -> rows.add(new Row(n)));
            all.getChildren().setAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) rows.get(i).show(pipeline.parameters().get(i), pipeline);
    }

    private void add() {
        Pipeline now = model.pipeline().get();
        if (now == null) return;
        int number = 1;
        while (now.parameter("p" + number).isPresent()) number++;
        String name = "p" + number;
        model.edit(Parameters.declare(now, name, "", ""), Edit.of("edit.parameter-add", name));
        if (!rows.isEmpty()) rows.getLast().name.requestFocus();
    }

    /** Which settings follow, as they are called in the form. */
    private String followers(Parameter parameter, Pipeline pipeline) {
        if (parameter.settings().isEmpty()) return ui.text("pipelines.parameters.unused");
        return ui.text("pipelines.parameters.used", ui.list(parameter.settings().stream().map(s -> follower(s, pipeline))));
    }

    private String follower(String setting, Pipeline pipeline) {
        int dot = setting.indexOf('.');
        return pipeline.find(setting.substring(0, dot)).map(n -> ui.text("pipelines.parameters.follower", words.name(n),
                ui.messages().find("op." + n.operator() + setting.substring(dot)).orElse(setting.substring(dot + 1)))).orElse(setting);
    }

    private final class Row extends VBox {
        private final String parameter;
        private final TextField name = new TextField(), value = new TextField(), meaning = new TextField();
        private final Label used = new Label(), wrong = new Label();
        private boolean showing;

        Row(String parameter) {
            this.parameter = parameter;
            setId("parameter-" + parameter);
            getStyleClass().add("parameter");
            field(name, "pipelines.parameters.name");
            field(value, "pipelines.parameters.value");
            field(meaning, "pipelines.parameters.meaning");
            entered(name, text -> p -> Renames.parameter(p, operators, parameter, text), "edit.parameter-rename");
            entered(meaning, text -> p -> Parameters.describe(p, parameter, text), "edit.parameter-describe");
            value.textProperty().addListener((_, _, text) -> {
                if (!showing) change(p -> Parameters.set(p, operators, parameter, text.strip()), Edit.of("edit.parameter-set", parameter).together("parameter " + parameter));
            });
            used.getStyleClass().add("caption");
            used.setWrapText(true);
            wrong.getStyleClass().add("setting-problem");
            wrong.setWrapText(true);
            var remove = new Button(null, Icons.REMOVE.icon());
            remove.getStyleClass().addAll("flat", "button-icon");
            remove.setAccessibleText(ui.text("pipelines.parameters.remove", parameter));
            remove.setTooltip(new Tooltip(remove.getAccessibleText()));
            remove.setOnAction(_ -> change(p -> Parameters.remove(p, parameter), Edit.of("edit.parameter-remove", parameter)));
            HBox.setHgrow(value, Priority.ALWAYS);
            var equal = new Label("=");
            var line = new HBox(8, name, equal, value, remove);
            line.getStyleClass().add("line");
            name.setPrefWidth(120);
            getChildren().setAll(line, meaning, used, wrong);
            tell("");
        }

        private void field(TextField field, String key) {
            field.setPromptText(ui.text(key));
            field.setAccessibleText(ui.text(key) + " " + parameter);
        }

        /** Taken over by Enter, or once the keyboard leaves the field. */
        private void entered(TextField field, Function<String, UnaryOperator<Pipeline>> how, String edit) {
            Runnable take = () -> change(how.apply(field.getText().strip()), Edit.of(edit, parameter));
            field.setOnAction(_ -> take.run());
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused && names.contains(parameter)) take.run();
            });
        }

        private void change(UnaryOperator<Pipeline> how, Edit edit) {
            Pipeline now = model.pipeline().get();
            if (now == null || now.parameter(parameter).isEmpty()) return;
            try {
                Pipeline changed = how.apply(now);
                tell("");
                if (!changed.equals(now)) model.edit(changed, edit);
            } catch (ProblemException e) {
                Failure failure = Failure.of(e, ui.messages());
                tell(failure.what() + " " + failure.cure());
            }
        }

        private void tell(String problem) {
            wrong.setText(problem);
            wrong.setVisible(!problem.isEmpty());
            wrong.setManaged(!problem.isEmpty());
        }

        void show(Parameter now, Pipeline pipeline) {
            showing = true;
            if (!name.isFocused()) name.setText(now.name());
            if (!value.isFocused() || wrong.getText().isEmpty() && !value.getText().strip().equals(now.value())) value.setText(now.value());
            if (!meaning.isFocused()) meaning.setText(now.meaning());
            used.setText(followers(now, pipeline));
            showing = false;
        }
    }
}
