package shelfwise.model.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How much memory the process has of the machine, PyTorch's arrays and Java's together. */
final class Resident {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmRSS:";

    private Resident() { }

    /** In MB of 1,048,576 bytes; empty where the system does not tell (all but Linux). */
    static OptionalDouble megabytes() {
        if (!Files.isReadable(STATUS)) return OptionalDouble.empty();
        try {
            return Files.readAllLines(STATUS).stream().filter(l -> l.startsWith(LINE)).mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024).findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty(); // it only informs
        }
    }
}
