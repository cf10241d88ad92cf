package shelfwise.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shelfwise.data.Schema;

/**
 * The most that comes in at each input of a step, all of it known.
 *
 * @param byPort  a port that takes several links has several
 * @param columns of the tables that come in, by port, where they are known
 */
public record Bounds(Map<String, List<Bound>> byPort, Map<String, Schema> columns) {
    public Bounds {
        byPort = byPort.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
        columns = Map.copyOf(columns);
    }

    /** What comes in at {@code port}, the first of several. */
    public Optional<Bound> at(String port) {
        return Bound.first(byPort, port);
    }

    /** The columns that come in at {@code port}. */
    public Optional<Schema> columnsAt(String port) {
        return Optional.ofNullable(columns.get(port));
    }

    public Stream<Bound> all() {
        return byPort.values().stream().flatMap(List::stream);
    }

    /** The same as {@link Operator#memory} takes it. */
    public Volumes volumes() {
        var volumes = new HashMap<String, List<Volume>>();
        byPort.forEach((port, all) -> volumes.put(port, all.stream().map(Bound::most).toList()));
        return new Volumes(volumes);
    }

    /**
     * What {@link Operator#most} says of a step that does not say more: a table row by row from the only one that comes in, of whose values
     * nothing is known; events and splits with no more of anything than the events that come in; a model of the users and items of its split,
     * or of the model that it stands on, that keeps no more than what came in and what its training held, in numbers of 8 bytes instead of 4.
     *
     * @param memory that the step takes
     */
    <S extends Record> Map<String, Bound> usual(Operator<S> operator, long memory) {
        var found = new HashMap<String, Bound>();
        for (Port port : operator.outputs()) usual(operator, port.type(), memory).ifPresent(b -> found.put(port.name(), b));
        return found;
    }

    private Optional<Bound> usual(Operator<?> operator, PortType type, long memory) {
        return switch (type) {
            case TABLE -> only(operator, PortType.TABLE).map(b -> b.rowByRow(_ -> Optional.empty()));
            case INTERACTIONS -> only(operator, PortType.INTERACTIONS);
            case SPLIT -> only(operator, PortType.INTERACTIONS);
            case MODEL -> at("split").or(() -> at("model")).map(Bound::most).map(s -> Bound.of(new Volume(0, s.users(), s.items(), volumes().bytes() + 2 * memory)));
            case CATALOGUE, VECTORS, LISTS, METRICS -> Optional.empty();
        };
    }

    /** What comes in at the only input of this type. */
    private Optional<Bound> only(Operator<?> operator, PortType type) {
        List<Port> ports = operator.inputs().stream().filter(p -> p.type() == type).toList();
        return ports.size() == 1 && !ports.getFirst().many() ? at(ports.getFirst().name()) : Optional.empty();
    }
}
