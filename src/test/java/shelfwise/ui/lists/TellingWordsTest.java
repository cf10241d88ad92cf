package shelfwise.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.NearTexts;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.model.encoder.OwnEncoders;
import shelfwise.model.encoder.TellingWords;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** The words that make titles near for a text encoder, in the lists. */
class TellingWordsTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;

    /** The small shop with a model of encoded titles, "meaning". */
    static Workspace encoded(Path folder) {
        Workspace shop = SmallShop.trained(folder);
        Pipeline p = shop.pipelines().read(shop.pipelines().names().getFirst());
        p = p.add(Node.of("encoded", shop.operators().operator("vectors.encoder"))).add(Node.of("meaning", shop.operators().operator("model.vectors")))
                .link(new Link("catalogue", "catalogue", "encoded", "catalogue")).link(new Link("encoded", "vectors", "meaning", "vectors"))
                .link(new Link("split", "split", "meaning", "split"));
        shop.pipelines().write(p);
        assertEquals(List.of(), shop.runs().run(p, Progress.NONE, _ -> { }).problems());
        return shop;
    }

    @BeforeAll static void openShop() {
        shop = encoded(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    @Test void theWordInCommonMattersMost() {
        var none = new OwnEncoders(folder);
        var near = TellingWords.of("all-MiniLM-L6-v2", none, "large red kettle", List.of("blue kettle", "garden spade"), Progress.NONE);
        assertEquals("kettle", near.getFirst().words().getFirst().word());
        assertTrue(near.getFirst().cosine() > near.getLast().cosine() + 0.2);
        assertEquals("手机", TellingWords.of("bge-small-zh-v1.5", none, "手机壳 red", List.of("苹果手机"), Progress.NONE).getFirst().words().getFirst().word());
    }

    @Test void listsTellThemForEncodedTitlesAlone() {
        assertFalse(shop.lists().encoded("item-knn"));
        assertEquals(List.of(), shop.lists().nearTexts("item-knn", "c00", shop.lists().forUser("item-knn", "c00", 1, true, false).rows().getFirst().item().id(), Progress.NONE));
        String item = shop.lists().forUser("meaning", "c00", 1, true, false).rows().getFirst().item().id();
        List<NearTexts> near = shop.lists().nearTexts("meaning", "c00", item, Progress.NONE);
        assertEquals(3, near.size());
        assertEquals(shop.lists().why("meaning", "c00", item).orElseThrow().all().getFirst().title(), near.getFirst().item().title(), "the strongest reason first");
    }

    @Test void aPersonAsksForThemInTheRowsReasons() {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new ListsPlace(shop)));
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("lists", Target.of("model", "meaning", "user", "c00")));
        waitFor("the list", () -> robot.lookup("#lists-list").tryQuery().isPresent() && window.jobs().idle());
        robot.clickOn(shop.lists().forUser("meaning", "c00", 1, true, false).rows().getFirst().item().title());
        waitFor("the reasons", () -> robot.lookup("#lists-words-ask").tryQuery().isPresent());
        onUi((Runnable) () -> find("lists-words-ask", javafx.scene.control.Hyperlink.class).fire());
        waitFor("the words", () -> robot.lookup("#lists-words .lists-rule").queryAll().size() == 3);
        String told = robot.lookup("#lists-words .lists-rule").queryAll().stream().map(l -> ((Label) l).getText()).collect(Collectors.joining("\n"));
        assertTrue(told.contains("): "), told);
    }
}
