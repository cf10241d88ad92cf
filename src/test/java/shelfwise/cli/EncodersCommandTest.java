package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodersCommandTest {
    @TempDir Path folder;

    @Test void anEncoderIsAddedListedUsedAndRemoved() throws IOException {
        Shop shop = Shop.trained(folder);
        Path project = shop.project(), from = Files.createDirectories(folder.resolve("small"));
        try (InputStream network = getClass().getResourceAsStream("/all-minilm-l6-v2-q.onnx"); InputStream words = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.copy(network, from.resolve("net.onnx"));
            Files.copy(words, from.resolve("tokenizer.json"));
        }
        assertTrue(call("encoders", project, "--lang", "en").out().startsWith("The project has no encoders of its own."));
        var added = call("encoders", project, "--add", from, "--name", "mine", "--pooling", "first", "--json");
        assertEquals(0, added.code(), added.err());
        assertEquals("[{\"name\":\"mine\",\"network\":\"net.onnx\",\"pooling\":\"first\",\"dimensions\":384,\"reads\":\"texts\"}]", added.json().toString());
        Shop.write(project.resolve("pipelines/texts.json"), """
                {"format": 1, "name": "texts", "nodes": [
                  {"id": "orders", "operator": "source.asset", "version": 1, "settings": {"asset": "orders"}},
                  {"id": "catalogue", "operator": "prepare.catalogue", "version": 1},
                  {"id": "titles", "operator": "vectors.encoder", "version": 1, "settings": {"encoder": "own", "own": "mine"}}],
                 "links": [{"from": "orders.table", "to": "catalogue.table"}, {"from": "catalogue.catalogue", "to": "titles.catalogue"}]}
                """);
        var run = call("run", project, "texts", "--lang", "en");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("vectors 12"), run.err());
        assertTrue(call("encoders", project, "--add", from, "--lang", "en").out().contains("small: net.onnx, vectors of 384 numbers, mean, reads texts"), "called as its folder");
        assertEquals(0, call("encoders", project, "--remove", "mine").code());
        var failed = call("run", project, "texts", "--lang", "en");
        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("The project has no encoder named \"mine\". There are: small"), failed.err());
        assertEquals(2, call("encoders", project, "--name", "x").code());
        assertEquals(2, call("encoders", project, "--add", from, "--pooling", "max").code());
        assertEquals(1, call("encoders", project, "--add", folder).code(), "no network there");
    }
}
