package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class ProfileJsonTest {
    @Test void everyKindOfFilterComesBack() {
        List<RowFilter> all = List.of(new RowFilter.None(), new RowFilter.Missing("c"), new RowFilter.OuterBlank("c"), new RowFilter.Within("c", -1, 0.5),
                new RowFilter.Outside("c", Double.NEGATIVE_INFINITY, 3), new RowFilter.Matches("c", "\\d+\"", false), new RowFilter.RepeatedRow(),
                new RowFilter.RepeatedKey(List.of("用户", "i")), new RowFilter.ByEvents("u", "i", 1, Long.MAX_VALUE), new RowFilter.SeveralValues("i", "t"),
                new RowFilter.NotIn("i", Related.Which.CATALOGUE));
        assertEquals(RowFilter.class.getPermittedSubclasses().length, all.size());
        List<Alert> alerts = all.stream().map(f -> new Alert("x", Severity.LOW, Optional.of("c"), 3, 0.5, List.of("text", 7, 5.0, 1L << 40), f,
                Optional.of(new Fix("prepare.filter", Map.of("column", "c", "n", 3, "all", List.of("a"), "on", true))))).toList();
        var profile = new Profile(5, 10, 0, List.of(), Optional.empty(), alerts, Score.of(alerts));
        assertEquals(profile, ProfileJson.read(ProfileJson.write(profile)));
    }

    @Test void anotherFormatIsRefusedWithItsNumber() {
        String json = ProfileJson.write(SmallTables.profile(SmallTables.events("aX")));
        var other = assertThrows(ProblemException.class, () -> ProfileJson.read(json.replace("\"format\":1", "\"format\":9")));
        assertEquals(List.of(9, 1), other.problem().args());
        for (String bad : new String[] {"", "{", "[]", "{\"format\":1}", json.replace("\"rows\":1", "\"rowz\":1")}) {
            assertEquals("profile.unreadable", assertThrows(ProblemException.class, () -> ProfileJson.read(bad), bad).problem().key());
        }
    }

    @Test void theScoreLosesLittleForFewRowsAndNoMoreThanTwiceAWeightForAKind() {
        Alert all = alert("a", Severity.HIGH, 1), few = alert("b", Severity.MEDIUM, 0.01);
        assertEquals(List.of(16.0), points(all));
        assertEquals(List.of(2.0), points(few)); // 6 x (0.25 + 0.75 x 0.1) = 1.95
        assertEquals(List.of(16.0, 16.0, 0.0), points(all, all, all));
        assertEquals(66, Score.of(List.of(all, all, few)).value());
    }

    private static List<Double> points(Alert... alerts) {
        return Score.of(List.of(alerts)).deductions().stream().map(Score.Deduction::points).toList();
    }

    private static Alert alert(String id, Severity severity, double share) {
        return new Alert(id, severity, Optional.empty(), 0, share, List.of(), new RowFilter.None(), Optional.empty());
    }
}
