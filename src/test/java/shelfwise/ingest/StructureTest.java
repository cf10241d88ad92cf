package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {
    @Test void namesDifferWithoutLosingAny() {
        assertEquals(List.of("a", "a 2", "column 3", "b", "a 3"), Structure.names(List.of("a", " a", " ", "b", "a"), 5));
        assertEquals(List.of("column 1", "column 2"), Structure.names(List.of(), 2));
    }

    @Test void aNameThatIsThereIsNotMadeAgain() {
        assertEquals(List.of("a", "a 3", "a 2"), Structure.names(List.of("a", "a", "a 2"), 3));
        assertEquals(List.of("column 1 2", "column 1"), Structure.names(List.of("", "column 1"), 2));
    }
}
