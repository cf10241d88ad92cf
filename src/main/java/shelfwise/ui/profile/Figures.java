package shelfwise.ui.profile;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.profile.Activity;
import shelfwise.profile.InteractionProfile;
import shelfwise.profile.Profile;
import shelfwise.profile.Severity;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Term;

/** The head figures of a profile: the score, and what the events or the table are like. */
public final class Figures extends FlowPane {
    private final UiContext ui;

    public Figures(Profile profile, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("figures");
        getChildren().add(score(profile));
        profile.interactions().ifPresentOrElse(this::events, () -> table(profile));
    }

    private Node score(Profile profile) {
        var value = new Label(ui.text("quality.score.of", profile.score().value()));
        value.setId("score");
        value.getStyleClass().add("figure-value");
        var badges = new HBox();
        badges.getStyleClass().add("line");
        for (Severity s : Severity.values()) {
            long count = profile.alerts(s);
            if (count > 0) {
                Label badge = Findings.look(s).badge(ui.numbers().count(count));
                badge.setTooltip(new Tooltip(new Findings(ui).severity(s)));
                badge.setAccessibleText(new Findings(ui).severity(s) + " " + count);
                badges.getChildren().add(badge);
            }
        }
        var line = new HBox(value, badges);
        line.getStyleClass().add("line");
        return tile(new Term("quality-score", ui.messages()), line);
    }

    private void events(InteractionProfile p) {
        figure("quality.events", ui.numbers().count(p.events()));
        figure("quality.users", ui.numbers().count(p.users()));
        figure("quality.items", ui.numbers().count(p.items()));
        getChildren().add(tile(new Term("density", ui.messages()), value(ui.numbers().number(p.density() * 100) + "%")));
        getChildren().add(tile(new Term("gini", ui.messages()), value(ui.numbers().fixed(p.perItem().gini(), 2))));
        activity("quality.per-user", p.perUser());
        activity("quality.per-item", p.perItem());
        p.times().ifPresent(t -> figure("quality.range", ui.text("quality.range.of", ui.numbers().day(t.first()), ui.numbers().day(t.last()))));
    }

    private void activity(String key, Activity a) {
        Label value = value(ui.numbers().number(a.quantiles().p50()));
        value.setTooltip(new Tooltip(ui.text("quality.activity", ui.numbers().number(a.mean()), ui.numbers().count(a.max()), ui.numbers().count(a.once()))));
        getChildren().add(tile(caption(key), value));
    }

    private void table(Profile profile) {
        figure("quality.table.rows", ui.numbers().count(profile.rows()));
        figure("quality.table.columns", ui.numbers().count(profile.columns().size()));
        figure("quality.table.repeated", ui.numbers().count(profile.repeatedRows()));
        long missing = profile.columns().stream().mapToLong(c -> c.missing()).sum(), cells = profile.rows() * profile.columns().size();
        figure("quality.table.missing", ui.numbers().percent(cells == 0 ? 0 : (double) missing / cells));
    }

    private void figure(String key, String value) {
        getChildren().add(tile(caption(key), value(value)));
    }

    private Label caption(String key) {
        return new Label(ui.text(key));
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.getStyleClass().add("figure-value");
        return label;
    }

    private static VBox tile(Label name, Node value) {
        name.getStyleClass().add("caption");
        var box = new VBox(name, value);
        box.getStyleClass().add("figure");
        return box;
    }
}
