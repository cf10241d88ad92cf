package shelfwise.data;

import shelfwise.base.Checks;

/** A column's name, type and meaning. */
public record Field(String name, ColumnType type, Role role) {
    public Field {
        Checks.notBlank("name", name);
    }

    public Field(String name, ColumnType type) {
        this(name, type, Role.NONE);
    }

    public Field withName(String newName) {
        return new Field(newName, type, role);
    }

    public Field withRole(Role newRole) {
        return new Field(name, type, newRole);
    }
}
