package shelfwise.ui.profile;

import java.util.Locale;
import java.util.Optional;
import shelfwise.profile.Alert;
import shelfwise.profile.Profile;
import shelfwise.profile.Score;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Severity;

/** Findings in words. */
public record Findings(UiContext ui) {
    public String what(Alert alert) {
        return ui.text("alert." + alert.id(), alert.messageArgs());
    }

    public String why(Alert alert) {
        return ui.text("alert." + alert.id() + ".why", alert.messageArgs());
    }

    public String cure(Alert alert) {
        return ui.text("alert." + alert.id() + ".cure", alert.messageArgs());
    }

    public String severity(shelfwise.profile.Severity severity) {
        return ui.text("profile.severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** The kit's severity, which has icon and colour. */
    public static Severity look(shelfwise.profile.Severity severity) {
        return switch (severity) {
            case HIGH -> Severity.ERROR;
            case MEDIUM -> Severity.WARNING;
            case LOW -> Severity.INFO;
        };
    }

    /** How many rows and what share of all; empty for findings about the whole. */
    public String size(Alert alert) {
        return alert.count() == 0 ? "" : ui.text("quality.alert.rows", ui.numbers().count(alert.count()), ui.numbers().percent(alert.share()));
    }

    /** What the finding costs of the score. */
    public String points(Profile profile, Alert alert) {
        Optional<Score.Deduction> cost = profile.score().deductions().stream().filter(d -> d.alert().equals(alert.id()) && d.column().equals(alert.column())).findFirst();
        return cost.map(d -> ui.text("quality.points", ui.numbers().number(d.points()))).orElse("");
    }
}
