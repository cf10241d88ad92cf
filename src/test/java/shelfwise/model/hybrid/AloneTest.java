package shelfwise.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
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

    @Test void whatTheWorkGivesAndThrowsIsHandedOn() {
        assertEquals(7, Alone.run(() -> 7, Progress.NONE));
        assertThrows(ArithmeticException.class, () -> Alone.run(() -> {
            throw new ArithmeticException();
        }, Progress.NONE));
    }
}
