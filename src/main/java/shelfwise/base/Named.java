package shelfwise.base;

/** What has a name in the message files. Given as an argument of a text, it is told by that name in the reader's language. */
public interface Named {
    /** The key of its name, such as {@code type.text}. */
    String nameKey();
}
