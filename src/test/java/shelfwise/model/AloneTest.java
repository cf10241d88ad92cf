package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;

class AloneTest {
    @Test void aCancelIsHeardWhileTheWorkKnowsOfNone() {
        var end = new CountDownLatch(1);
        int[] looks = {3};
        assertThrows(CancellationException.class, () -> Alone.run(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        }, (_, _) -> {
            if (--looks[0] == 0) throw new CancellationException();
        }));
        end.countDown();
    }

    @Test void whatOpensOnlyAfterTheCancelIsClosed() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1), closed = new CountDownLatch(1);
        assertThrows(CancellationException.class, () -> Alone.open(() -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return (AutoCloseable) closed::countDown;
        }, (_, _) -> {
            throw new CancellationException();
        }));
        open.countDown();
        assertTrue(closed.await(60, TimeUnit.SECONDS));
    }

    @Test void whatTheWorkGivesAndThrowsIsHandedOn() {
        assertEquals(7, Alone.run(() -> 7, Progress.NONE));
        assertThrows(ArithmeticException.class, () -> Alone.run(() -> {
            throw new ArithmeticException();
        }, Progress.NONE));
    }

    /** Ending amid it would crash the program. */
    @Test void theEndWaitsForWhatIsStillBeingLoaded() throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1), begun = new CountDownLatch(1);
        assertThrows(CancellationException.class, () -> Alone.load(() -> {
            begun.countDown();
            awaited(loaded);
            return Thread.currentThread().isDaemon();
        }, (_, _) -> {
            awaited(begun);
            throw new CancellationException();
        }));
        assertFalse(Alone.settle(10), "it is still at it");
        loaded.countDown();
        assertTrue(Alone.settle(60_000));
        assertFalse(Alone.load(() -> Thread.currentThread().isDaemon(), Progress.NONE), "nor does a closed window end the program before it");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
