package shelfwise.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shelfwise.data.Portable;

/** Values by port name; a port that takes several links has several. */
public record Values(Map<String, List<Portable>> byPort) {
    public static final Values NONE = new Values(Map.of());

    public Values {
        byPort = byPort.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    public static Values of(String port, Portable value) {
        return new Values(Map.of(port, List.of(value)));
    }

    public static Values of(String port1, Portable value1, String port2, Portable value2) {
        return new Values(Map.of(port1, List.of(value1), port2, List.of(value2)));
    }

    /** The one value of {@code port}. @throws IllegalArgumentException if there is none or it is of another type */
    public <T extends Portable> T one(String port, Class<T> type) {
        return find(port, type).orElseThrow(() -> new IllegalArgumentException("no value at port " + port));
    }

    public <T extends Portable> Optional<T> find(String port, Class<T> type) {
        return all(port, type).stream().findFirst();
    }

    public <T extends Portable> List<T> all(String port, Class<T> type) {
        return byPort.getOrDefault(port, List.of()).stream().map(type::cast).toList();
    }
}
