package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.base.ProblemException;
import shelfwise.data.Chunk;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;

class AlertRowsTest {
    private static final Progress CANCELLED = (done, total) -> {
        throw new CancellationException();
    };
    private final Table table = SmallTables.rechunked(SmallTables.wholes(Role.QUANTITY, LongStream.range(0, 1000).map(i -> i % 10 == 0 ? -1 : i).toArray()), 64);
    private final RowFilter negative = new RowFilter.Outside("c", 0, Double.POSITIVE_INFINITY);

    @Test void pagesAreCutFromTheRowsInOrder() {
        Table page = AlertRows.rows(table, negative, Related.NONE, 98, 200, Progress.NONE);
        assertEquals(List.of("#", "c"), page.schema().names());
        assertEquals(2, page.rows());
        page.scan(c -> assertEquals(981, c.longs(0).values()[0])); // row numbers start with 1
        assertEquals(0, AlertRows.rows(table, negative, Related.NONE, 100, 200, Progress.NONE).rows());
    }

    @Test void aPageDoesNotReadBeyondItsLastRow() {
        var read = new int[1];
        Table counting = new Table() {
            @Override public Schema schema() {
                return table.schema();
            }

            @Override public long rows() {
                return table.rows();
            }

            @Override public String hash() {
                return table.hash();
            }

            @Override public void scan(int[] columns, Consumer<Chunk> visitor) {
                table.scan(columns, chunk -> {
                    read[0]++;
                    visitor.accept(chunk);
                });
            }
        };
        assertEquals(5, AlertRows.rows(counting, negative, Related.NONE, 0, 5, Progress.NONE).rows());
        assertEquals(1, read[0]);
    }

    @Test void theNumberColumnNeverTakesAnothersName() {
        Table named = SmallTables.table(Schema.of(SmallTables.whole("#", Role.NONE)), new LongCells(new long[] {-1}));
        assertEquals(List.of("##", "#"), AlertRows.rows(named, new RowFilter.Within("#", -1, -1), Related.NONE, 0, 9, Progress.NONE).schema().names());
    }

    @Test void aColumnThatIsGoneIsNamed() {
        var refused = assertThrows(ProblemException.class, () -> AlertRows.rows(table, new RowFilter.Missing("gone"), Related.NONE, 0, 9, Progress.NONE));
        assertEquals("gone", refused.problem().where());
    }

    @Test void profilesAndRowsCanBeCancelled() {
        assertThrows(CancellationException.class, () -> new Profiler(InstantSource.system()).profile(table, CANCELLED));
        assertThrows(CancellationException.class, () -> AlertRows.rows(table, negative, Related.NONE, 0, 9, CANCELLED));
        var calls = new int[1];
        Progress late = (done, total) -> {
            if (++calls[0] > 20) throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> new Profiler(InstantSource.system()).profile(table, late));
    }

    @Test void progressNeverGoesBackAndEndsWhole() {
        var last = new long[1];
        new Profiler(InstantSource.system()).profile(SmallTables.rechunked(SmallTables.events("aX", "bY", "aY", "bX"), 1), (done, total) -> {
            if (done < 0) return;
            assertEquals(1000, total);
            assertEquals(Math.max(last[0], done), done);
            last[0] = done;
        });
        assertEquals(1000, last[0]);
    }
}
