package shelfwise.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shelfwise.base.Problem;

/** The columns of a table, in order, with different names. */
public record Schema(List<Field> fields) {
    /** @throws shelfwise.base.ProblemException if two columns have one name, or one unrepeatable role */
    public Schema {
        fields = List.copyOf(fields);
        var names = new HashSet<String>();
        var roles = new HashSet<Role>();
        for (Field f : fields) {
            if (!names.add(f.name())) throw Problem.of("data.two-columns-one-name", f.name()).asException();
            if (!f.role().repeatable() && !roles.add(f.role())) throw Problem.of("data.two-columns-one-role", f.name(), f.role()).asException();
        }
    }

    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    public int size() {
        return fields.size();
    }

    public Field field(int column) {
        return fields.get(column);
    }

    public OptionalInt find(String name) {
        return IntStream.range(0, fields.size()).filter(i -> fields.get(i).name().equals(name)).findFirst();
    }

    /** The first column with {@code role}. */
    public OptionalInt find(Role role) {
        return IntStream.range(0, fields.size()).filter(i -> fields.get(i).role() == role).findFirst();
    }

    /** @throws shelfwise.base.ProblemException if there is no such column */
    public int index(String name) {
        return find(name).orElseThrow(() -> Problem.of("data.no-such-column", name, names()).asException());
    }

    /** @throws shelfwise.base.ProblemException if no column has the role */
    public int index(Role role) {
        return find(role).orElseThrow(() -> Problem.of("data.no-column-of-role", "", names(), role).asException());
    }

    public Optional<Field> fieldOf(Role role) {
        return find(role).stream().mapToObj(fields::get).findFirst();
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
