package shelfwise.prepare.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import shelfwise.data.Split;
import shelfwise.prepare.Steps;

class LearnFromAllTest {
    @Test void everyEventIsLearnedFromAndNoneHeldBack() {
        Split split = Steps.split(new LearnFromAll(), new LearnFromAll.Setup(), Steps.interactions("u a 1", "u b 2", "v a 3"));
        assertEquals(java.util.List.of("u a 1", "u b 2", "v a 3"), Steps.told(split.train()));
        assertEquals(0, split.test().size() + split.validation().size() + split.foldIn().size());
    }
}
