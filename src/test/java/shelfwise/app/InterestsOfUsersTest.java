package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.ListService.UserInterest;
import shelfwise.app.ListService.UserList;
import shelfwise.model.Evidence;

/** Interests by the vectors of ALS and of texts, from a pipeline to the lists. */
class InterestsOfUsersTest {
    @TempDir static Path folder;
    private static Workspace shop;

    @BeforeAll static void train() {
        shop = SmallShop.withInterests(folder.resolve("shop"));
    }

    @AfterAll static void close() {
        shop.close();
    }

    @Test void aListTellsTheInterestsAndWhatIsBehindThem() {
        UserList list = shop.lists().forUser("interests", "c00", 5, true, true);
        List<UserInterest> interests = list.interests();
        assertEquals(1, interests.stream().mapToDouble(UserInterest::weight).sum(), 1e-6);
        assertTrue(interests.stream().allMatch(i -> i.name().getFirst().equals("Kitchen")), interests.toString());
        assertTrue(interests.stream().flatMap(i -> i.items().stream()).allMatch(i -> i.id().startsWith("k")));
        Evidence.Part first = list.rows().getFirst().reasons().orElseThrow().all().getFirst().part();
        assertEquals(Evidence.Kind.INTEREST, first.kind());
        assertTrue(interests.stream().anyMatch(i -> i.number() == first.number() && i.name().equals(first.terms())));
    }

    @Test void modelsWithoutInterestsTellNone() {
        assertEquals(List.of(), shop.lists().forUser("near", "c00", 5, true, false).interests());
        assertEquals(List.of(), shop.lists().forUser("interests", "nobody", 5, true, false).interests());
    }

    @Test void textsAloneFindTheKind() {
        UserList list = shop.lists().forUser("near", "c01", 2, true, false);
        assertTrue(list.rows().stream().allMatch(r -> r.item().id().startsWith("g")), list.rows().toString());
    }
}
