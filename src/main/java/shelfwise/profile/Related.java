package shelfwise.profile;

import java.util.Optional;
import java.util.OptionalInt;
import shelfwise.data.Role;
import shelfwise.data.Table;

/** Tables that a table's ids are checked against. */
public record Related(Optional<Table> catalogue, Optional<Table> customers) {
    public static final Related NONE = new Related(Optional.empty(), Optional.empty());

    /** One of the two. */
    public enum Which { CATALOGUE, CUSTOMERS }

    public Optional<Table> table(Which which) {
        return which == Which.CATALOGUE ? catalogue : customers;
    }

    /** The id column of a related table: the one with the role, else the one of the same name, else the first. */
    static int idColumn(Table list, Role role, String name) {
        OptionalInt byRole = list.schema().find(role);
        return byRole.orElseGet(() -> list.schema().find(name).orElse(0));
    }
}
