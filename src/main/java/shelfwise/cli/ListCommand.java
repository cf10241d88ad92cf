package shelfwise.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.model.Evidence;
import shelfwise.model.Recommendations;

/** Shows the list of a user, and why each row is there. */
@Command(name = "list")
final class ListCommand extends CliCommand {
    record Past(String item, String title, @Nullable String time, double weight) { }

    record Why(String kind, String id, String title, @Nullable Double share, @Nullable Double contribution, @Nullable Double similarity, @Nullable Integer support,
            List<String> terms, List<Why> behind) { }

    record Row(int rank, String item, String title, String category, double score, @Nullable String fallback, double popularity, List<Why> why) { }

    record Interest(List<String> name, @Nullable Double weight, List<String> items) { }

    /** @param ago which event of the history, from 1, the latest @param weight its part of the attention, 0 to 1 */
    record Looked(String item, String title, int ago, @Nullable Double weight) { }

    record Result(String model, String user, boolean known, List<Past> history, List<Interest> interests, List<Looked> attention, List<Row> rows) { }

    private static final int HISTORY_SHOWN = 10, REASONS_SHOWN = 5, TITLE = 50, MOST_ROWS = 10_000;

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Option(names = "--model", required = true, paramLabel = "MODEL") String model = "";
    @Option(names = "--user", required = true, paramLabel = "USER") String user = "";
    @Option(names = "-n", paramLabel = "ROWS") int rows = 10;
    @Option(names = "--why") boolean why;

    ListCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        rows("-n", rows);
        try (Workspace workspace = Workspace.open(project)) {
            var list = workspace.lists().forUser(model, user, rows, true, why);
            if (json) Json.print(session.out(), result(list));
            else report(list);
        }
        return WORKED;
    }

    private static Result result(ListService.UserList list) {
        return new Result(list.model(), list.user(), list.known(), list.history().stream()
                .map(e -> new Past(e.item().id(), e.item().title(), e.timed() ? java.time.Instant.ofEpochMilli(e.time()).toString() : null, e.weight())).toList(),
                list.interests().stream().map(i -> new Interest(i.name(), Json.number(i.weight()), i.items().stream().map(ItemCard::id).toList())).toList(),
                list.attention().stream().map(l -> new Looked(l.item().id(), l.item().title(), l.ago(), Json.number(l.weight()))).toList(),
                list.rows().stream().map(r -> new Row(r.rank(), r.item().id(), r.item().title(), r.item().category(), r.score(), fallback(r),
                        r.item().percentile(), r.reasons().map(e -> e.all().stream().map(ListCommand::why).toList()).orElse(List.of()))).toList());
    }

    private static @Nullable String fallback(ListService.Row row) {
        return row.fallback() == Recommendations.Fallback.NONE ? null : row.fallback().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Why why(ListService.Reason reason) {
        Evidence.Part part = reason.part();
        return new Why(part.kind().name().toLowerCase(Locale.ROOT), reason.id(), reason.title(), Json.number(part.share()), Json.number(part.contribution()), Json.number(part.similarity()),
                part.support() < 0 ? null : part.support(), part.terms(), reason.behind().stream().map(ListCommand::why).toList());
    }

    private void report(ListService.UserList list) {
        if (!list.known()) say(text("cli.list.unknown", list.user(), list.model()));
        else history(list);
        if (why) interests(list);
        if (why) attention(list);
        say("");
        say(text("cli.list.title", list.model(), list.user()));
        say("");
        if (why) for (ListService.Row row : list.rows()) explained(row);
        else table(list).print(session.out(), WIDTH);
    }

    private void history(ListService.UserList list) {
        say(text("cli.list.history", list.user(), session.figures().count(list.history().size()), Math.min(HISTORY_SHOWN, list.history().size())));
        say("");
        boolean timed = list.history().stream().anyMatch(ListService.PastEvent::timed);
        var table = new TextTable().left(text("cli.item")).left(text("cli.title"), TITLE).right(text("cli.weight"));
        if (timed) table.left(text("cli.time"));
        list.history().stream().limit(HISTORY_SHOWN).forEach(e -> table.row(e.item().id(), e.item().title(), session.figures().number(e.weight()),
                e.timed() ? session.figures().time(e.time()) : ""));
        table.print(session.out(), WIDTH);
    }

    private void interests(ListService.UserList list) {
        if (list.interests().isEmpty()) return;
        say("");
        say(text("cli.list.interests", list.user()));
        for (ListService.UserInterest i : list.interests()) {
            ItemCard first = i.items().getFirst();
            say("    " + text("cli.list.interest", session.figures().share(i.weight()), i.name(), i.items().size(), first.id(), first.title()));
        }
    }

    private void attention(ListService.UserList list) {
        if (list.attention().isEmpty()) return;
        say("");
        say(text("cli.list.attention"));
        list.attention().stream().sorted(Comparator.comparingDouble(ListService.Looked::weight).reversed().thenComparingInt(ListService.Looked::ago)).limit(REASONS_SHOWN)
                .forEach(l -> say("    " + text("cli.list.looked", session.figures().share(l.weight()), l.item().id(), l.item().title(), l.ago())));
        if (list.attention().size() > REASONS_SHOWN) say("    " + text("cli.why.more", list.attention().size() - REASONS_SHOWN));
    }

    private TextTable table(ListService.UserList list) {
        var table = new TextTable().right("#").left(text("cli.item")).left(text("cli.title"), TITLE).right(text("cli.score")).right(text("cli.popularity"))
                .left(text("cli.note"));
        for (ListService.Row r : list.rows()) {
            table.row(String.valueOf(r.rank()), r.item().id(), r.item().title(), session.figures().decimal(r.score(), 4),
                    session.figures().share(r.item().percentile()), note(r));
        }
        return table;
    }

    private String note(ListService.Row row) {
        String word = fallback(row);
        return word == null ? "" : text("cli.fallback." + word);
    }

    private void explained(ListService.Row row) {
        say(text("cli.list.row", row.rank(), row.item().id(), row.item().title(), session.figures().decimal(row.score(), 4)));
        say("    " + text("cli.why.popularity", session.figures().count(row.item().users()), session.figures().share(row.item().percentile())));
        if (row.fallback() != Recommendations.Fallback.NONE) say("    " + text("cli.why.fallback", note(row)));
        row.reasons().ifPresent(e -> {
            if (e.all().isEmpty()) say("    " + text("cli.why.none"));
            e.all().stream().limit(REASONS_SHOWN).forEach(r -> {
                say("    " + sentence(r));
                r.behind().forEach(b -> say("        " + sentence(b)));
            });
            if (e.all().size() > REASONS_SHOWN) say("    " + text("cli.why.more", e.all().size() - REASONS_SHOWN));
        });
    }

    private String sentence(ListService.Reason reason) {
        Why w = why(reason);
        String share = session.figures().share(w.share() == null ? Double.NaN : w.share());
        switch (reason.part().kind()) {
            case RULE -> {
                return text("cli.why.rule", reason.label(session.messages()));
            }
            case MODEL, FEATURE, INTEREST, CUSTOMER -> {
                return text("cli.why.part", share, reason.label(session.messages()));
            }
            case ITEM, USER -> { }
        }
        var words = new StringBuilder(text("cli.why." + w.kind(), share, w.id(), w.title()).stripTrailing());
        if (w.similarity() != null) words.append(text("cli.why.similarity", session.figures().decimal(w.similarity(), 3)));
        if (w.support() != null) words.append(text("cli.why.support." + w.kind(), session.figures().count(w.support())));
        if (!w.terms().isEmpty()) words.append(text("cli.why.terms", w.terms()));
        return words.toString();
    }

    /** @throws WrongCall unless {@code n} is a length a list can have */
    static void rows(String option, int n) {
        WrongCall.unless(() -> {
            if (n < 1 || n > MOST_ROWS) throw Problem.of("cli.rows", option, n, MOST_ROWS).asException();
            return n;
        });
    }
}
