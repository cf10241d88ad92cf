package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;

/** How the settings of one node and the pipeline's named parameters hang together. */
final class SettingParameters {
    private final String node;
    private final PipelinesViewModel model;
    private final OperatorCatalogue operators;
    private final UiContext ui;

    SettingParameters(String node, PipelinesViewModel model, OperatorCatalogue operators, UiContext ui) {
        this.node = node;
        this.model = model;
        this.operators = operators;
        this.ui = ui;
    }

    /** The parameter that the setting follows. */
    Optional<String> followed(String setting) {
        return Optional.ofNullable(model.pipeline().get()).flatMap(p -> Parameters.of(p, node, setting)).map(Parameter::name);
    }

    /** What can be done: make it a parameter, follow one, follow none. */
    List<MenuItem> acts(String setting, String label) {
        Pipeline pipeline = model.pipeline().get();
        var items = new ArrayList<MenuItem>();
        if (pipeline == null) return items;
        Optional<String> followed = followed(setting);
        if (followed.isEmpty()) items.add(item("pipelines.parameter.make", () -> make(pipeline, setting, label)));
        List<String> others = pipeline.parameters().stream().map(Parameter::name).filter(n -> !followed.equals(Optional.of(n))).toList();
        if (!others.isEmpty() && !items.isEmpty()) items.add(new SeparatorMenuItem());
        for (String name : others) {
            items.add(item("pipelines.parameter.follow", () -> edit(Edit.of("edit.parameter-bind", label, name), p -> Parameters.bind(p, operators, name, node, setting)), name));
        }
        if (followed.isPresent()) items.add(item("pipelines.parameter.free", () -> edit(Edit.of("edit.parameter-unbind", label), p -> Parameters.unbind(p, node, setting)), followed.get()));
        return items;
    }

    private MenuItem item(String key, Runnable act, Object... args) {
        var item = new MenuItem(ui.text(key, args));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /** The name is the setting's own, or with the node's before it where that is taken; it can be changed beside the canvas. */
    private void make(Pipeline pipeline, String setting, String label) {
        String name = pipeline.parameter(setting).isEmpty() ? setting : node + "-" + setting;
        edit(Edit.of("edit.parameter-add", name), p -> Parameters.add(p, operators, name, label, node, setting));
    }

    private void edit(Edit edit, java.util.function.UnaryOperator<Pipeline> change) {
        @Nullable Pipeline now = model.pipeline().get();
        if (now == null) return;
        try {
            model.edit(change.apply(now), edit);
        } catch (ProblemException e) {
            ui.tell(e);
        }
    }
}
