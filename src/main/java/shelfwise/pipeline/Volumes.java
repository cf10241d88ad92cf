package shelfwise.pipeline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much comes in at each input of a step, by port name; a port that takes several links has several. */
public record Volumes(Map<String, List<Volume>> byPort) {
    public static final Volumes NONE = new Volumes(Map.of());

    public Volumes {
        byPort = byPort.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    /** What comes in at {@code port}, the first of several; {@link Volume#NONE} where nothing does. */
    public Volume at(String port) {
        return byPort.getOrDefault(port, List.of()).stream().findFirst().orElse(Volume.NONE);
    }

    public Stream<Volume> all() {
        return byPort.values().stream().flatMap(List::stream);
    }

    public long bytes() {
        return all().mapToLong(Volume::bytes).sum();
    }
}
