package shelfwise.app;

import java.util.Optional;

/** The program's version, as its jar says. */
public final class Version {
    /** Such as {@code 0.1.0}; {@code development} where it runs from loose classes. */
    public static final String NAME = Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");

    private Version() { }
}
