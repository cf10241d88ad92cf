package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.model.torch.TinyOnnx;

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

    /** From pictures to products that look alike, with a network that gives the mean of each colour. */
    @Test void anEncoderOfImagesMakesProductsThatLookAlikeSimilar() throws IOException {
        Shop shop = Shop.filled(folder);
        Path project = shop.project(), from = Files.createDirectories(folder.resolve("means")), images = Files.createDirectories(project.resolve("images"));
        Files.write(from.resolve("model.onnx"), TinyOnnx.means(4, 4));
        Files.writeString(from.resolve("preprocessor_config.json"), "{\"size\": {\"height\": 4, \"width\": 4}, \"do_normalize\": false}");
        var rows = new StringBuilder("product,picture\n");
        for (int p = 0; p < 12; p++) { // kettles get redder, spades bluer
            var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            for (int k = 0; k < 64; k++) image.setRGB(k % 8, k / 8, p < 6 ? new Color(255, 40 * p, 0).getRGB() : new Color(0, 40 * (p - 6), 255).getRGB());
            String product = (p < 6 ? "k" : "g") + p % 6;
            ImageIO.write(image, "png", images.resolve(product + ".png").toFile());
            rows.append(product).append(',').append(product.equals("g5") ? "lost" : product).append(".png\n");
        }
        Path pictures = Shop.write(folder.resolve("pictures.csv"), rows.toString());
        assertEquals(0, call("import", project, pictures, "--role", "product=item", "--role", "picture=image").code());
        var added = call("encoders", project, "--add", from, "--json");
        assertEquals("[{\"name\":\"means\",\"network\":\"model.onnx\",\"pooling\":\"mean\",\"dimensions\":3,\"reads\":\"images\"}]", added.json().toString());
        Shop.write(project.resolve("pipelines/looks.json"), """
                {"format": 1, "name": "looks", "nodes": [
                  {"id": "orders", "operator": "source.asset", "version": 1, "settings": {"asset": "orders"}},
                  {"id": "pictures", "operator": "source.asset", "version": 1, "settings": {"asset": "pictures"}},
                  {"id": "purchases", "operator": "prepare.interactions", "version": 1},
                  {"id": "split", "operator": "split.leave-last-out", "version": 1, "settings": {"fewestEvents": 2}},
                  {"id": "catalogue", "operator": "prepare.catalogue", "version": 1},
                  {"id": "images", "operator": "vectors.images", "version": 2, "settings": {"own": "means"}},
                  {"id": "alike", "operator": "model.vectors", "version": 1}],
                 "links": [{"from": "orders.table", "to": "purchases.table"}, {"from": "purchases.interactions", "to": "split.interactions"},
                  {"from": "pictures.table", "to": "catalogue.table"}, {"from": "catalogue.catalogue", "to": "images.catalogue"},
                  {"from": "split.split", "to": "alike.split"}, {"from": "images.vectors", "to": "alike.vectors"}]}
                """);
        var run = call("run", project, "looks", "--lang", "en");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("vectors 11"), run.err());
        var near = call("similar", project, "--model", "alike", "--item", "k0", "-n", "3", "--json");
        assertEquals(0, near.code(), near.err());
        assertEquals(List.of("k1", "k2", "k3"), near.json().findValuesAsString("item").stream().filter(i -> !i.equals("k0")).toList());
    }
}
