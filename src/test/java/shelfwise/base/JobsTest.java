package shelfwise.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final Jobs HERE = new Jobs(Runnable::run, Runnable::run);

    @Test void doneIsToldLastWithTheResult() {
        List<JobEvent<String>> events = new ArrayList<>();
        HERE.start(progress -> {
            progress.at(1, 2);
            return "found";
        }, events::add);
        assertEquals(new JobEvent.Done<>("found"), events.getLast());
        assertEquals(new JobEvent.Moved<>(1, 2), events.getFirst());
    }

    @Test void anErrorOfTheMachineEndsTheJobToo() {
        List<JobEvent<String>> events = new ArrayList<>();
        HERE.<String>start(_ -> {
            throw new OutOfMemoryError("full");
        }, events::add);
        assertInstanceOf(JobEvent.Failed.class, events.getLast());
    }

    @Test void aCancelledJobStopsAtItsNextWord() throws Exception {
        var started = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        List<JobEvent<String>> events = new ArrayList<>();
        try (var workers = Executors.newSingleThreadExecutor()) {
            Runnable cancel = new Jobs(workers, Runnable::run).<String>start(progress -> {
                started.countDown();
                while (true) progress.at(0, 0);
            }, event -> {
                events.add(event);
                if (!(event instanceof JobEvent.Moved)) ended.countDown();
            });
            assertTrue(started.await(60, TimeUnit.SECONDS));
            cancel.run();
            assertTrue(ended.await(60, TimeUnit.SECONDS));
        }
        assertInstanceOf(JobEvent.Cancelled.class, events.getLast());
    }

    @Test void partsOfAProgressFillTheirShare() {
        List<Long> told = new ArrayList<>();
        Progress whole = (done, total) -> told.add(done * 100 / total);
        whole.part(0, 0.5).at(1, 2);
        whole.part(0.5, 1).at(1, 2);
        assertEquals(List.of(25L, 75L), told);
    }

    @Test void whatWorkTellsIsHeardInOrderBeforeItEnds() {
        List<Object> heard = new ArrayList<>();
        HERE.start(HERE.<Integer, String>telling((_, tell) -> {
            tell.accept(1);
            tell.accept(2);
            return "found";
        }, heard::addAll), heard::add);
        assertEquals(List.of(1, 2, new JobEvent.Done<>("found")), heard);
    }

    @Test void whatIsToldWhileTheListenerIsBusyComesAtOnce() {
        var busy = new ArrayDeque<Runnable>();
        List<List<Integer>> heard = new ArrayList<>();
        var jobs = new Jobs(Runnable::run, busy::add);
        jobs.start(jobs.<Integer, String>telling((_, tell) -> {
            for (int i = 0; i < 1000; i++) tell.accept(i);
            return "found";
        }, heard::add), _ -> { });
        assertEquals(2, busy.size(), "one batch and the end");
        busy.forEach(Runnable::run);
        assertEquals(1, heard.size());
        assertEquals(1000, heard.getFirst().size());
    }
}
