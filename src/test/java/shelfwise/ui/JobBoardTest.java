package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;

class JobBoardTest {
    private final AtomicLong millis = new AtomicLong();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final JobBoard board = new JobBoard(new Jobs(waiting::add, Runnable::run), () -> Instant.ofEpochMilli(millis.get()));

    @Test void timeLeftFollowsThePaceSoFar() {
        JobRow row = board.start("job", List.of(), progress -> {
            millis.set(2_000);
            progress.at(25, 100);
            return "done";
        }, _ -> { });
        assertEquals(OptionalLong.empty(), row.leftMillis());
        waiting.remove().run();
        assertEquals(0.25, row.share());
        assertEquals(OptionalLong.of(6_000), row.leftMillis());
        assertEquals(JobRow.State.DONE, row.state().get());
    }

    @Test void cancelledJobSaysSo() {
        JobRow row = board.start("job", List.of(), progress -> {
            progress.check();
            return "never";
        }, _ -> { });
        row.cancel();
        assertEquals(JobRow.State.STOPPING, row.state().get());
        waiting.remove().run();
        assertEquals(JobRow.State.CANCELLED, row.state().get());
    }

    @Test void failureIsKeptWithItsCause() {
        JobRow row = board.start("job", List.of(), _ -> {
            throw new IllegalStateException("line 7");
        }, _ -> { });
        waiting.remove().run();
        assertEquals(JobRow.State.FAILED, row.state().get());
        assertEquals("line 7", row.cause().orElseThrow().getMessage());
    }

    @Test void aJobOfWhichAPartFailedIsNotDone() {
        JobRow row = board.start("job", List.of(), _ -> "done", _ -> { });
        waiting.remove().run();
        row.incomplete("lack", List.of(2), new IllegalStateException("step 3"));
        assertEquals(JobRow.State.INCOMPLETE, row.state().get());
        assertEquals("step 3", row.cause().orElseThrow().getMessage());
    }

    @Test void endedJobsAreForgottenRunningOnesAreNot() {
        JobRow running = board.start("first", List.of(), _ -> {
            throw new CancellationException();
        }, _ -> { });
        Runnable first = waiting.remove();
        for (int i = 0; i < 50; i++) {
            board.start("job", List.of(), _ -> "done", _ -> { });
            waiting.remove().run();
        }
        assertTrue(board.rows().contains(running));
        assertTrue(board.rows().size() <= 32, "rows: " + board.rows().size());
        first.run();
    }

    @Test void aListenerThatFailsDoesNotKeepTheWindowOpen() {
        var told = new ArrayDeque<Runnable>();
        var onUi = new JobBoard(new Jobs(Runnable::run, told::add), () -> Instant.EPOCH);
        onUi.start("job", List.of(), _ -> "done", _ -> {
            throw new IllegalStateException("a view that breaks");
        });
        var closed = new AtomicBoolean();
        onUi.stopAll(() -> closed.set(true));
        assertThrows(IllegalStateException.class, told.remove()::run);
        assertTrue(closed.get());
    }

    @Test void workBegunWhileAllIsStoppedIsStoppedToo() {
        board.start("open", List.of(), _ -> "project", event -> {
            if (event instanceof JobEvent.Done<String>) board.start("import", List.of(), progress -> {
                progress.check();
                return "whole";
            }, _ -> { });
        });
        var closed = new AtomicBoolean();
        board.stopAll(() -> closed.set(true));
        waiting.remove().run();
        assertFalse(closed.get());
        waiting.remove().run();
        assertEquals(JobRow.State.CANCELLED, board.rows().getFirst().state().get());
        assertTrue(closed.get());
    }

    @Test void workBegunAfterAllStoppedIsLetRun() {
        board.stopAll(() -> { });
        JobRow row = board.start("job", List.of(), progress -> {
            progress.check();
            return "done";
        }, _ -> { });
        waiting.remove().run();
        assertEquals(JobRow.State.DONE, row.state().get());
    }

    @Test void whatWaitsCountsAsWorkAndIsTakenOutBeforeWhatItWaitsFor() {
        var out = new ArrayList<String>();
        JobRow running = board.start("first", List.of(), progress -> {
            progress.check();
            return "whole";
        }, _ -> out.add("first ended"));
        JobRow second = await("second", out);
        assertEquals(JobRow.State.WAITING, second.state().get());
        assertTrue(board.busy());
        var closed = new AtomicBoolean();
        board.stopAll(() -> closed.set(true));
        assertEquals(List.of("second"), out);
        assertFalse(closed.get());
        waiting.remove().run();
        assertEquals(JobRow.State.CANCELLED, running.state().get());
        assertEquals(List.of(running), board.rows());
        assertTrue(closed.get());
    }

    @Test void whatGoesOnInTheBackgroundWaitsForTheWholeLine() {
        JobRow second = await("second", new ArrayList<>());
        board.<String>start("first", List.of(), _ -> "done", event -> {
            if (event instanceof JobEvent.Done<String>) board.<String, String>begin(second, (_, _) -> "done", _ -> { }, _ -> { });
        });
        var closed = new AtomicBoolean();
        board.afterPresent(() -> closed.set(true));
        waiting.remove().run();
        assertEquals(JobRow.State.RUNNING, second.state().get());
        assertFalse(closed.get());
        waiting.remove().run();
        assertEquals(JobRow.State.DONE, second.state().get());
        assertTrue(closed.get());
    }

    @Test void takingOutTheLastThatWaitedIsAnEndToo() {
        JobRow only = await("only", new ArrayList<>());
        var closed = new AtomicBoolean();
        board.afterPresent(() -> closed.set(true));
        only.cancel();
        assertTrue(closed.get());
        assertTrue(board.idle());
        assertFalse(board.busy());
    }

    private JobRow await(String key, List<String> out) {
        return board.await(key, List.of(), new JobRow.Turn() {
            @Override public void move(boolean forward) { }

            @Override public void takeOut() {
                out.add(key);
            }
        });
    }
}
