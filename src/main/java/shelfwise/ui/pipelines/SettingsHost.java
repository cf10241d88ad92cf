package shelfwise.ui.pipelines;

import java.util.Optional;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;

/** Puts what the form of a node is told into the view model. */
final class SettingsHost implements SettingsFormView.Host {
    private final String node;
    private final PipelinesViewModel model;
    private final OperatorCatalogue operators;
    private final SettingParameters parameters;

    SettingsHost(String node, PipelinesViewModel model, OperatorCatalogue operators, UiContext ui) {
        this.node = node;
        this.model = model;
        this.operators = operators;
        parameters = new SettingParameters(node, model, operators, ui);
    }

    @Override public void changed(Record settings, String setting, boolean typing) {
        set(settings, typing ? node + "." + setting : "");
    }

    /** Settings that follow the same parameter change with it. @throws shelfwise.base.ProblemException if one of them refuses the value */
    private void set(Record settings, String together) {
        Pipeline pipeline = model.pipeline().get();
        if (pipeline == null) return;
        model.edit(Parameters.set(pipeline, operators, node, settings), Edit.of("edit.settings", node).together(together));
    }

    @Override public void typing(String setting, Object value, String what) {
        Pipeline pipeline = model.pipeline().get();
        if (pipeline == null) return;
        Node edited = pipeline.node(node);
        set(operators.form(edited).with(edited.settings(), setting, value), node + "." + what);
    }

    @Override public void draft(String setting, Optional<String> text) {
        model.draft(new PipelinesViewModel.Setting(node, setting), text);
    }

    @Override public Optional<String> draftOf(String setting) {
        return Optional.ofNullable(model.drafts().get(new PipelinesViewModel.Setting(node, setting)));
    }

    @Override public Optional<SettingParameters> parameters() {
        return Optional.of(parameters);
    }
}
