package shelfwise.pipeline;

import java.util.List;
import shelfwise.base.Checks;

/**
 * What an edit is called in the menu, in any language.
 *
 * @param key      message key: {@code "edit.move"}
 * @param args     the message's arguments, texts and whole numbers
 * @param together what is being changed, such as {@code "knn.neighbours"}: edits of one thing in a row (a number while it is typed) are
 *                 undone as one; empty for an edit that stands alone
 */
public record Edit(String key, List<Object> args, String together) {
    public Edit {
        Checks.notBlank("key", key);
        args = List.copyOf(args);
    }

    public static Edit of(String key, Object... args) {
        return new Edit(key, List.of(args), "");
    }

    /** The same, as one of several edits of one thing. */
    public Edit together(String what) {
        return new Edit(key, args, what);
    }
}
