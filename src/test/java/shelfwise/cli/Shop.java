package shelfwise.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import shelfwise.base.Hashing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the command line in a folder with a shop of 24 customers and 12 products, half of them for the kitchen, half for the garden. */
record Shop(Path folder) {
    /** What a call answered. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    static final String PIPELINE = """
            {"format": 1, "name": "shop", "nodes": [
              {"id": "orders", "operator": "source.asset", "version": 1, "settings": {"asset": "orders"}},
              {"id": "purchases", "operator": "prepare.interactions", "version": 1},
              {"id": "split", "operator": "split.leave-last-out", "version": 1, "settings": {"fewestEvents": 2}},
              {"id": "popular", "operator": "model.popularity", "version": 1},
              {"id": "item-knn", "operator": "model.item-knn", "version": 1},
              {"id": "compare", "operator": "evaluate.ranking", "version": 1, "settings": {"ks": [3], "rounds": 20}},
              {"id": "lists", "operator": "lists.top-n", "version": 1, "settings": {"n": 3}}],
             "links": [{"from": "orders.table", "to": "purchases.table"}, {"from": "purchases.interactions", "to": "split.interactions"},
              {"from": "split.split", "to": "popular.split"}, {"from": "split.split", "to": "item-knn.split"}, {"from": "split.split", "to": "compare.split"},
              {"from": "popular.model", "to": "compare.model"}, {"from": "item-knn.model", "to": "compare.model"}, {"from": "item-knn.model", "to": "lists.model"}]}
            """;

    Path project() {
        return folder.resolve("shop");
    }

    Path orders() {
        return folder.resolve("orders.csv");
    }

    static Said call(Object... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
        int code = Cli.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A project with the file of its orders beside it, and its pipeline. */
    static Shop made(Path folder) {
        var shop = new Shop(folder);
        call("new", shop.project());
        write(shop.project().resolve("pipelines").resolve("shop.json"), PIPELINE);
        var rows = new StringBuilder("customer,product,title,time\n");
        for (int c = 0; c < 24; c++) {
            for (int i = 0; i < 6; i++) {
                if (i == c / 2 % 6) continue;
                rows.append("c%02d,%s%d,%s %d,2024-01-%02d 10:%02d:00\n".formatted(c, c % 2 == 0 ? "k" : "g", i, c % 2 == 0 ? "Kettle" : "Spade", i, 1 + (c + i * 3) % 28, i));
            }
        }
        write(shop.orders(), rows.toString());
        return shop;
    }

    static Shop filled(Path folder) {
        Shop shop = made(folder);
        Said said = call("import", shop.project(), shop.orders(), "--role", "customer=user", "--role", "product=item");
        if (said.code() != 0) throw new AssertionError(said.err());
        return shop;
    }

    static Shop trained(Path folder) {
        Shop shop = filled(folder);
        Said said = call("run", shop.project());
        if (said.code() != 0) throw new AssertionError(said.err());
        return shop;
    }

    /** Every file below {@code folder} with its content's hash, and every folder. */
    static Map<String, String> listing(Path folder) {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path p : files.toList()) {
                all.put(folder.relativize(p).toString(), Files.isDirectory(p) ? "folder" : new Hashing().add(Files.readAllBytes(p)).hex());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
