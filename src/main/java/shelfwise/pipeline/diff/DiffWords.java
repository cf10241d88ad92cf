package shelfwise.pipeline.diff;

import java.util.Locale;
import shelfwise.base.Messages;
import shelfwise.pipeline.diff.PipelineDiff.Difference;
import shelfwise.pipeline.diff.PipelineDiff.Part;
import shelfwise.pipeline.diff.PipelineDiff.Section;

/** What differs in words, for the window and the command line alike. */
public record DiffWords(Messages messages) {
    private static final int LONGEST = 120;

    /** Such as {@code Item-kNN (knn): changed}. */
    public String title(Part part) {
        return messages.text("differences.title", subject(part), messages.text("differences.kind." + word(part.kind())));
    }

    /** Of a node its operator's name and its id; of others what it is and its name. */
    public String subject(Part part) {
        if (part.section() != Section.NODE) return messages.text("differences." + word(part.section()), part.id());
        return messages.text("differences.node", messages.find("op." + part.operator() + ".name").orElse(part.operator()), part.id());
    }

    /** Such as {@code Neighbours: 50 → 100}. */
    public String line(Part part, Difference difference) {
        String before = value(part, difference, difference.before()), after = value(part, difference, difference.after());
        if (difference.before().isEmpty()) return messages.text("differences.come", label(part, difference), after);
        if (difference.after().isEmpty()) return messages.text("differences.gone", label(part, difference), before);
        return messages.text("differences.other", label(part, difference), before, after);
    }

    /** What differs, as people call it. */
    public String label(Part part, Difference difference) {
        return switch (difference.what()) {
            case SETTING -> difference.name().isEmpty() ? messages.text("differences.what.unread")
                    : messages.find("op." + part.operator() + "." + difference.name()).orElse(difference.name());
            case LINK, ORDER -> messages.text("differences.what." + word(difference.what()), difference.name());
            case ID, OPERATOR, LABEL, ENABLED, VALUE, MEANING, FOLLOWERS, MEMBERS, TEXT -> messages.text("differences.what." + word(difference.what()));
        };
    }

    private String value(Part part, Difference difference, String value) {
        String shown = switch (difference.what()) {
            case OPERATOR -> messages.find("op." + value + ".name").orElse(value);
            case ENABLED -> messages.text(value.equals("true") ? "setting.yes" : "setting.no");
            case SETTING -> value.equals("true") || value.equals("false") ? messages.text(value.equals("true") ? "setting.yes" : "setting.no")
                    : messages.find("op." + part.operator() + "." + difference.name() + "." + value).orElse(value);
            case ID, LABEL, LINK, ORDER, VALUE, MEANING, FOLLOWERS, MEMBERS, TEXT -> value;
        };
        String line = shown.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
