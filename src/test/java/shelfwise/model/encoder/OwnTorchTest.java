package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;

/** The analyst's own networks in TorchScript, whatever they take and give. The word "mug" has the number 14757 between 101 and 102. */
class OwnTorchTest {
    private static final double MEAN = (101 + 14757 + 102) / 3.0;

    @TempDir Path folder;

    private Path words() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        try (InputStream words = Bundled.ENGLISH.tokenizer()) {
            Files.write(from.resolve("tokenizer.json"), words.readAllBytes());
        }
        return from;
    }

    private OwnEncoder add(Path from) {
        return new OwnEncoders(folder).add(from, "tiny", Optional.empty(), Progress.NONE);
    }

    private float[] mug(String takes, String gives, String answer) throws IOException {
        Path from = words();
        TinyTorch.write(from.resolve("model.pt"), takes, gives, answer);
        OwnEncoder added = add(from);
        try (Encoder encoder = Encoder.open("texts", added, 16, Progress.NONE)) {
            return encoder.reader().vector("mug");
        } finally {
            new OwnEncoders(folder).remove("tiny");
        }
    }

    private static void direction(float[] vector, double... wanted) {
        double length = Math.sqrt(java.util.Arrays.stream(wanted).map(v -> v * v).sum());
        for (int k = 0; k < wanted.length; k++) assertEquals(wanted[k] / length, vector[k], 1e-6, "number " + k);
        assertEquals(wanted.length, vector.length);
    }

    @Test void aNetworkTakesTheWordsInAnyOfTheUsualForms() throws IOException {
        direction(mug("input_ids: Tensor, attention_mask: Tensor", "Tensor", "torch.stack([torch.to(input_ids, 6), torch.to(attention_mask, 6)], 2)"), MEAN, 1);
        direction(mug("input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor", "Tensor",
                "torch.stack([torch.to(input_ids, 6), torch.to(attention_mask, 6), torch.to(token_type_ids, 6)], 2)"), MEAN, 1, 0);
        direction(mug("input_ids: Tensor", "Tuple[Tensor]", "(torch.stack([torch.to(input_ids, 6), torch.zeros_like(torch.to(input_ids, 6))], 2),)"), 1, 0);
        direction(mug("features: Dict[str, Tensor]", "Tensor", "torch.stack([torch.to(features[\"input_ids\"], 6), torch.to(features[\"attention_mask\"], 6)], 2)"), MEAN, 1);
    }

    @Test void ofADictionaryTheVectorsAreTakenByTheirName() throws IOException {
        String each = "torch.stack([torch.to(input_ids, 6), torch.to(attention_mask, 6)], 2)", one = "torch.to(torch.slice(input_ids, 1, 0, 2), 6)";
        for (String other : new String[] {"pooler_output", "attentions", "hidden", "a", "z"}) {
            direction(mug("input_ids: Tensor, attention_mask: Tensor", "Dict[str, Tensor]", "{\"" + other + "\": " + one + ", \"last_hidden_state\": " + each + "}"), MEAN, 1);
            direction(mug("input_ids: Tensor, attention_mask: Tensor", "Dict[str, Tensor]", "{\"" + other + "\": " + each + ", \"sentence_embedding\": " + one + ", \"token_embeddings\": " + each + "}"), 101, 14757);
        }
    }

    @Test void whatCannotBeReadIsToldWithWhatToDo() throws IOException {
        Path from = words();
        try (var zip = new ZipOutputStream(Files.newOutputStream(from.resolve("model.pt")))) {
            zip.putNextEntry(new ZipEntry("model/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 2, '}', '.'});
            zip.putNextEntry(new ZipEntry("model/version"));
            zip.write("3\n".getBytes(StandardCharsets.UTF_8));
        }
        var weights = assertThrows(ProblemException.class, () -> add(from)).problem();
        assertEquals("encoder.broken-torchscript", weights.key(), "what torch.save writes");
        String told = Messages.in(Locale.ENGLISH).tell(weights);
        assertTrue(told.contains("torch.jit.trace"), told);
        Files.writeString(from.resolve("model.pt"), "no archive");
        assertEquals("encoder.broken-torchscript", assertThrows(ProblemException.class, () -> add(from)).problem().key());
        TinyTorch.write(from.resolve("model.pt"), "a: Tensor, b: Tensor, c: Tensor, d: Tensor", "Tensor", "a");
        assertEquals("encoder.forms", assertThrows(ProblemException.class, () -> add(from)).problem().key());
    }

    @Test void imagesAreReadByTorchScriptToo() throws IOException {
        Path from = Files.createDirectories(folder.resolve("eye"));
        TinyTorch.write(from.resolve("model.pt"), "pixel_values: Tensor", "Dict[str, Tensor]", "{\"logits\": torch.zeros_like(pixel_values), \"last_hidden_state\": torch.mul(pixel_values, 2.)}");
        Files.writeString(from.resolve("preprocessor_config.json"), "{\"size\": {\"height\": 4, \"width\": 4}}");
        OwnEncoder added = add(from);
        assertEquals(3, added.dimensions());
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) image.setRGB(x, y, x < 2 ? 0xFF0000 : 0x0000FF);
        try (ImageEncoder encoder = ImageEncoder.open("images", added, Progress.NONE)) {
            float half = (float) Math.sqrt(0.5);
            assertArrayEquals(new float[] {half, 0, half}, encoder.reader().vector(image), 1e-6f);
        }
    }

    @Test void onlyKnownWaysToPoolAreTaken() throws IOException {
        Path from = words(), config = Files.createDirectories(from.resolve("1_Pooling")).resolve("config.json");
        TinyTorch.write(from.resolve("model.pt"), "input_ids: Tensor, attention_mask: Tensor", "Tensor", "torch.stack([torch.to(input_ids, 6), torch.to(attention_mask, 6)], 2)");
        String[][] wanted = {{"FIRST", "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}"}, {"MEAN", "{\"pooling_mode_mean_tokens\": true}"}, {"FIRST", "{\"pooling_mode\": \"cls\"}"},
            {"", "{\"pooling_mode_max_tokens\": true, \"pooling_mode_mean_tokens\": false}"}, {"", "{\"pooling_mode_lasttoken\": true}"}, {"", "{\"pooling_mode_max_tokens\": true, \"pooling_mode_mean_tokens\": true}"}};
        for (String[] one : wanted) {
            Files.writeString(config, one[1]);
            if (one[0].isEmpty()) assertEquals("encoder.pooling", assertThrows(ProblemException.class, () -> add(from), one[1]).problem().key());
            else assertEquals(one[0], add(from).pooling().name(), one[1]);
            if (!one[0].isEmpty()) new OwnEncoders(folder).remove("tiny");
        }
        assertEquals(Pooling.MEAN, new OwnEncoders(folder).add(from, "tiny", Optional.of(Pooling.MEAN), Progress.NONE).pooling(), "as was said");
    }
}
