package shelfwise.profile;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A step that mends a finding.
 *
 * @param operator id of the operator: {@code prepare.drop-duplicates}
 * @param settings those that differ from its defaults, by name, written as in saved pipelines: String (values of an enumeration too),
 *                 Boolean, Long, Double, a List of these, or a List of Maps of these for a small table
 */
public record Fix(String operator, Map<String, Object> settings) {
    public Fix {
        settings = settings.entrySet().stream() // small whole numbers are read back from JSON as Integer
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue() instanceof Integer i ? (Object) i.longValue() : e.getValue()));
    }
}
