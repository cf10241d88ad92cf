package shelfwise.model.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Networks in TorchScript without weights, small enough to work out by hand: an archive of their source and of an object without fields. */
final class TinyTorch {
    private TinyTorch() { }

    /**
     * @param takes   what forward takes besides the network, as "input_ids: Tensor, attention_mask: Tensor"
     * @param gives   its type
     * @param answer  what it returns
     */
    static void write(Path file, String takes, String gives, String answer) throws IOException {
        String code = "class Tiny(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n  def forward(self: __torch__.Tiny,\n    " + takes + ") -> " + gives + ":\n    return " + answer + "\n";
        var object = new ByteArrayOutputStream();
        object.writeBytes(new byte[] {(byte) 0x80, 2});
        object.writeBytes("c__torch__\nTiny\n)\u0081}(X\b\0\0\0training\u0089ub.".getBytes(StandardCharsets.ISO_8859_1));
        Map<String, byte[]> parts = new TreeMap<>(Map.of("tiny/data.pkl", object.toByteArray(), "tiny/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8),
                "tiny/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'}, "tiny/version", "3\n".getBytes(StandardCharsets.UTF_8)));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }
}
