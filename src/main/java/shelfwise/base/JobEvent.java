package shelfwise.base;

/** What a job tells: any number of {@link Moved}, then one of the others. */
public sealed interface JobEvent<T> {
    /** @param total 0 where unknown */
    record Moved<T>(long done, long total) implements JobEvent<T> { }
    record Done<T>(T result) implements JobEvent<T> { }
    record Cancelled<T>() implements JobEvent<T> { }
    record Failed<T>(Throwable cause) implements JobEvent<T> { }
}
