package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.InteractionProfile;
import shelfwise.profile.Profile;
import shelfwise.profile.ValueCount;
import shelfwise.store.AssetVersion;

/** Tells the quality of an asset: columns, events and findings. */
@Command(name = "profile")
final class ProfileCommand extends CliCommand {
    record Column(String name, String type, String role, long missing, long distinct, @Nullable Double min, @Nullable Double median, @Nullable Double mean,
            @Nullable Double max, List<ValueCount> top) { }

    record Events(long events, long users, long items, long pairs, @Nullable Double density, @Nullable Double eventsPerUser, @Nullable Double eventsPerItem,
            @Nullable Double giniUsers, @Nullable Double giniItems, long repeated, @Nullable String first, @Nullable String last) { }

    record Finding(String id, String severity, @Nullable String column, long rows, double share, String text, String cure) { }

    record Result(String asset, int version, long rows, int score, List<Column> columns, @Nullable Events interactions, List<Finding> alerts) { }

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", paramLabel = "ASSET", descriptionKey = "ASSET") String asset = "";

    ProfileCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        try (Workspace workspace = Workspace.open(project)) {
            AssetVersion version = workspace.assets().version(asset, 0);
            Profile profile;
            try (ProgressLine progress = session.progress(text("cli.profile.measuring", asset))) {
                profile = workspace.quality().profile(asset, version.version(), progress);
            }
            if (json) Json.print(session.out(), result(version, profile));
            else report(version, profile);
        }
        return WORKED;
    }

    private Result result(AssetVersion v, Profile p) {
        return new Result(v.asset(), v.version(), p.rows(), p.score().value(), p.columns().stream().map(ProfileCommand::column).toList(),
                p.interactions().map(ProfileCommand::events).orElse(null), p.alerts().stream().map(this::finding).toList());
    }

    private static Column column(ColumnProfile c) {
        var n = c.numbers();
        return new Column(c.name(), ImportCommand.word(c.type()), c.role().word(), c.missing(), c.distinct(), n.map(x -> Json.number(x.min())).orElse(null),
                n.map(x -> Json.number(x.quantiles().p50())).orElse(null), n.map(x -> Json.number(x.mean())).orElse(null),
                n.map(x -> Json.number(x.max())).orElse(null), c.top());
    }

    private static Events events(InteractionProfile i) {
        Optional<InteractionProfile.Times> times = i.times();
        return new Events(i.events(), i.users(), i.items(), i.pairs(), Json.number(i.density()), Json.number(i.perUser().mean()), Json.number(i.perItem().mean()),
                Json.number(i.perUser().gini()), Json.number(i.perItem().gini()), i.repeatedEvents(), times.map(t -> iso(t.first())).orElse(null),
                times.map(t -> iso(t.last())).orElse(null));
    }

    private static String iso(long millis) {
        return java.time.Instant.ofEpochMilli(millis).toString();
    }

    private Finding finding(Alert a) {
        return new Finding(a.id(), a.severity().name().toLowerCase(Locale.ROOT), a.column().orElse(null), a.count(), a.share(), what(a), cure(a));
    }

    private String what(Alert a) {
        return text("alert." + a.id(), a.messageArgs());
    }

    private String cure(Alert a) {
        return text("alert." + a.id() + ".cure", a.messageArgs());
    }

    private void report(AssetVersion v, Profile p) {
        Figures figures = session.figures();
        say(text("cli.profile.title", v.asset(), v.version(), figures.count(p.rows()), p.columns().size(), p.score().value()));
        say("");
        columns(p).print(session.out(), WIDTH);
        p.interactions().ifPresent(i -> say("\n" + events(i, figures)));
        say("\n" + text(p.alerts().isEmpty() ? "cli.profile.no-findings" : "cli.profile.findings", p.alerts().size()));
        for (Alert a : p.alerts()) {
            say("• " + text("profile.severity." + a.severity().name().toLowerCase(Locale.ROOT)) + ": " + what(a));
            say("  " + cure(a));
        }
    }

    private TextTable columns(Profile p) {
        Figures figures = session.figures();
        var table = new TextTable().left(text("cli.column"), 40).left(text("cli.role")).left(text("cli.type")).right(text("cli.missing")).right(text("cli.distinct"))
                .right(text("cli.min")).right(text("cli.median")).right(text("cli.max")).left(text("cli.most-frequent"), 30);
        for (ColumnProfile c : p.columns()) {
            String[] range = c.numbers().map(n -> new String[] {value(c, n.min()), value(c, n.quantiles().p50()), value(c, n.max())}).orElse(new String[] {"", "", ""});
            String top = c.top().stream().findFirst().map(t -> t.value() + " (" + figures.count(t.count()) + ")").orElse("");
            table.row(c.name(), c.role() == Role.NONE ? Figures.NONE : named(session.messages(), c.role().word(), "role." + c.role().word()),
                    named(session.messages(), ImportCommand.word(c.type()), "type." + ImportCommand.word(c.type())), figures.share(c.missingShare()),
                    (c.exact() ? "" : "≈ ") + figures.count(c.distinct()), range[0], range[1], range[2], c.type() == ColumnType.TIME ? "" : top);
        }
        return table;
    }

    private String value(ColumnProfile c, double value) {
        if (c.type() == ColumnType.TIME) return Double.isFinite(value) ? session.figures().time((long) value) : Figures.NONE;
        return session.figures().number(value);
    }

    private String events(InteractionProfile i, Figures figures) {
        String all = text("cli.profile.events", figures.count(i.events()), figures.count(i.users()), figures.count(i.items()), figures.share(i.density()),
                figures.number(i.perUser().quantiles().p50()), figures.number(i.perItem().quantiles().p50()), figures.decimal(i.perItem().gini(), 2));
        return i.times().map(t -> all + "\n" + text("cli.profile.times", figures.time(t.first()), figures.time(t.last()))).orElse(all);
    }
}
