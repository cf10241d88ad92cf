package shelfwise.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Countdown;

/** One job as the strip shows it. Changed on the UI thread: by the {@link JobBoard}, and by whoever started it where a part of it failed. */
public final class JobRow {
    /** Where a job stands; WAITING: for others to end; INCOMPLETE: it came to its end, but a part of the work failed. */
    public enum State { WAITING, RUNNING, STOPPING, DONE, INCOMPLETE, CANCELLED, FAILED }

    /** What can be done with a job that waits for others. */
    public interface Turn {
        /** Lets it pass the one before it, or be passed by the one behind. */
        void move(boolean forward);

        /** It is not to be run any more. */
        void takeOut();
    }

    private final String key;
    private final List<Object> args;
    private final Optional<Turn> turn;
    private long startedMillis;
    private final Countdown countdown = new Countdown();
    private Optional<Supplier<OptionalLong>> left = Optional.empty();
    private Runnable cancel = () -> { };
    private @Nullable Throwable cause;
    private String lackKey = "";
    private List<Object> lackArgs = List.of();
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper elapsedMillis = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<State> state;

    private JobRow(String key, List<Object> args, Optional<Turn> turn, State first) {
        this.key = key;
        this.args = List.copyOf(args);
        this.turn = turn;
        state = new ReadOnlyObjectWrapper<>(first);
    }

    JobRow(String key, List<Object> args, long startedMillis) {
        this(key, args, Optional.empty(), State.RUNNING);
        this.startedMillis = startedMillis;
    }

    static JobRow waiting(String key, List<Object> args, Turn turn) {
        return new JobRow(key, args, Optional.of(turn), State.WAITING);
    }

    void begin(long nowMillis) {
        startedMillis = nowMillis;
        place.set(0);
        state.set(State.RUNNING);
    }

    void cancelBy(Runnable how) {
        cancel = how;
    }

    void moved(long nowDone, long nowTotal, long nowMillis) {
        elapsedMillis.set(nowMillis - startedMillis);
        total.set(nowTotal);
        done.set(nowDone);
    }

    void ended(State how, @Nullable Throwable why, long nowMillis) {
        elapsedMillis.set(nowMillis - startedMillis);
        cause = why;
        state.set(how);
    }

    /**
     * Says of a job that is done that a part of the work failed.
     *
     * @param what message key of what is lacking; {@code args} fill it in
     * @param why  the first failure, for the details
     */
    public void incomplete(String what, List<Object> args, Throwable why) {
        if (state.get() != State.DONE) return;
        lackKey = what;
        lackArgs = List.copyOf(args);
        cause = why;
        state.set(State.INCOMPLETE);
    }

    /** The message key of what is lacking in the state INCOMPLETE. */
    String lackKey() {
        return lackKey;
    }

    Object[] lackArgs() {
        return lackArgs.toArray();
    }

    /** Asks the work to stop; it does at its next word of progress. One that waits is taken out. */
    public void cancel() {
        if (waits()) cancel.run();
        if (state.get() != State.RUNNING) return;
        state.set(State.STOPPING);
        cancel.run();
    }

    /** The message key of what is being done. */
    public String key() {
        return key;
    }

    public Object[] args() {
        return args.toArray();
    }

    public ReadOnlyLongProperty done() {
        return done.getReadOnlyProperty();
    }

    /** 0 while unknown. */
    public ReadOnlyLongProperty total() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty elapsedMillis() {
        return elapsedMillis.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** What can be done with it while it waits. */
    Optional<Turn> turn() {
        return turn;
    }

    /** Which of those that wait it is, the next one being 1; 0 where it does not wait. */
    public ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }

    /** Says which of those that wait it is. */
    public void place(int inLine) {
        place.set(inLine);
    }

    boolean waits() {
        return state.get() == State.WAITING;
    }

    /** Whether it has not ended yet. */
    boolean open() {
        return runs() || waits();
    }

    boolean runs() {
        return state.get() == State.RUNNING || state.get() == State.STOPPING;
    }

    /** The share done, 0 to 1; -1 while unknown, as a progress bar wants it. */
    public double share() {
        return total.get() <= 0 ? -1 : Math.min(1, (double) done.get() / total.get());
    }

    /** Lets who knows more of the work than its pace say how much time is left: in milliseconds, empty while that would be a guess. */
    public void leftBy(Supplier<OptionalLong> estimate) {
        left = Optional.of(estimate);
    }

    /** Time left, by who knows it or at the pace so far; empty while it would be a guess. */
    public OptionalLong leftMillis() {
        if (left.isPresent()) return left.get().get();
        return countdown.tell(Countdown.atPace(share(), elapsedMillis.get()), elapsedMillis.get());
    }
}
