package shelfwise.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.CacheService;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.AssetSource;
import shelfwise.ingest.ImportOptions;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;

/** Which trainings of earlier runs a project still has of a step, and by what they are told apart. */
class EarlierTrainingsTest {
    @TempDir Path folder;
    private Workspace shop;
    private Pipeline pipeline;

    @BeforeEach void make() throws IOException {
        shop = Workspace.create(folder.resolve("shop"));
        load(20);
        Pipeline p = Pipeline.empty("train").add(node("orders", "source.asset").withSettings(new AssetSource.Setup("orders", 0)));
        for (String n : List.of("events prepare.interactions", "split split.leave-last-out", "als model.als")) p = p.add(node(n.split(" ")[0], n.split(" ")[1]));
        for (String l : List.of("orders.table events.table", "events.interactions split.interactions", "split.split als.split")) {
            String[] ends = l.split("[ .]");
            p = p.link(new Link(ends[0], ends[1], ends[2], ends[3]));
        }
        pipeline = p;
    }

    @AfterEach void close() {
        shop.close();
    }

    private Node node(String id, String operator) {
        return Node.of(id, shop.operators().operator(operator));
    }

    private void load(int users) throws IOException {
        var rows = new StringBuilder("user,item\n");
        for (int u = 0; u < users; u++) for (int i = 0; i < 6; i++) rows.append("u%d,i%d%n".formatted(u, (u * 3 + i * i) % 15));
        Path file = Files.writeString(folder.resolve("orders.csv"), rows);
        shop.imports().importFile(file, ImportOptions.DETECT.withName("orders").withRoles(Map.of("user", Role.USER, "item", Role.ITEM)), Progress.NONE);
    }

    /** What a run with this setting makes. */
    private Product run(String setting, int value) {
        Node als = pipeline.node("als");
        Pipeline p = pipeline.set("als", shop.operators().form(als).with(als.settings(), setting, value));
        return new Product("als", "model", PortType.MODEL, "model.als", shop.runs().run(p, Progress.NONE, _ -> { }).result().key("als", "model").orElseThrow());
    }

    private List<String> told(Product own) {
        return shop.looks().earlierTrainings("train", own, Progress.NONE).stream().map(e -> e.run() + " " + e.changed()).toList();
    }

    @Test void theLatestFirstEachModelOnceByTheSettingsThatWereOtherwise() {
        run("factors", 3);
        run("factors", 4);
        run("factors", 3);
        Product own = run("iterations", 2);
        assertEquals(List.of("3 {factors=3, iterations=15}", "2 {factors=4, iterations=15}"), told(own));
        assertEquals(List.of(), shop.looks().earlierTrainings("another", own, Progress.NONE));
    }

    @Test void thoseOfOtherDataHaveNoSettingsToTellThemApart() throws IOException {
        run("factors", 3);
        load(25);
        assertEquals(List.of("1 {}"), told(run("factors", 3)));
    }

    @Test void whatWasClearedIsNotOffered() {
        run("factors", 3);
        shop.cache().clear(CacheService.Extent.RESULTS, Progress.NONE);
        assertEquals(List.of(), told(run("factors", 4)));
    }
}
