package shelfwise.pipeline;

/** What a setting takes, which decides the control that shows it. */
public enum SettingKind {
    /** {@code int} or {@code long}. */
    WHOLE,
    /** {@code double}, finite. */
    DECIMAL,
    /** {@code boolean}. */
    FLAG,
    /** {@code String}, may be empty. */
    TEXT,
    /** One of an enumeration. */
    CHOICE,
    /** {@code List<String>}. */
    TEXT_LIST,
    /** {@code List} of {@code Integer}, {@code Long} or {@code Double}. */
    NUMBER_LIST,
    /** {@code List} of an enumeration's values. */
    CHOICE_LIST,
    /** {@code List} of a record whose components are settings themselves. */
    TABLE;

    public boolean list() {
        return switch (this) {
            case TEXT_LIST, NUMBER_LIST, CHOICE_LIST, TABLE -> true;
            case WHOLE, DECIMAL, FLAG, TEXT, CHOICE -> false;
        };
    }
}
