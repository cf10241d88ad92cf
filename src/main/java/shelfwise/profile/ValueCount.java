package shelfwise.profile;

/** A value, or a pattern, as the analyst reads it, and the number of rows that have it. */
public record ValueCount(String value, long count) { }
