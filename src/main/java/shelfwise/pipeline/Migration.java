package shelfwise.pipeline;

import java.util.List;

/**
 * How settings written for an older version of an operator become those of the next. Settings that only came to it need none: they take
 * their defaults. Migrations are applied in the order of their versions to files that are read; nothing is written until they are saved.
 *
 * @param from the last version that was written the old way
 */
public record Migration(int from, List<Change> changes) {
    public Migration {
        changes = List.copyOf(changes);
    }

    /** One change of the settings in a file. */
    public sealed interface Change { }

    /** A setting has another name. */
    public record Renamed(String setting, String to) implements Change { }

    /** A setting is no longer there, and nothing is lost by that. */
    public record Dropped(String setting) implements Change { }

    /** One value of a setting is written otherwise: a word of a choice, a flag or a number as its text. */
    public record Reworded(String setting, String was, String is) implements Change { }

    /** Files of the old version meant this value, which is not the default of today. */
    public record Preset(String setting, String value) implements Change { }
}
