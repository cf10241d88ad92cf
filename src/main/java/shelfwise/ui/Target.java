package shelfwise.ui;

import java.util.Map;
import java.util.Optional;

/**
 * What a place is asked to show, as facts that places agree on: {@code asset}, {@code column}, {@code alert}, {@code pipeline},
 * {@code node}, {@code run}, {@code model}, {@code user}, {@code item}, {@code snapshot}; {@code template}, the asset of a new pipeline,
 * and {@code made-of}, its template. Ids are original ones. Unknown facts are passed over.
 */
public record Target(Map<String, String> facts) {
    /** Nothing in particular. */
    public static final Target NONE = new Target(Map.of());

    public Target {
        facts = Map.copyOf(facts);
    }

    public static Target of(String fact, String value) {
        return new Target(Map.of(fact, value));
    }

    public static Target of(String fact1, String value1, String fact2, String value2) {
        return new Target(Map.of(fact1, value1, fact2, value2));
    }

    public Optional<String> get(String fact) {
        return Optional.ofNullable(facts.get(fact));
    }
}
