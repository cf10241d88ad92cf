package shelfwise.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small values as JSON text in the store's rows. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() { }

    static String of(List<String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    static List<String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<>() { });
    }

    /** Keys in alphabetical order, so that equal maps are equal texts. */
    static String of(Map<String, String> facts) {
        return MAPPER.writeValueAsString(new TreeMap<>(facts));
    }

    static Map<String, String> facts(String json) {
        return MAPPER.readValue(json, new TypeReference<>() { });
    }

    static @Nullable String of(@Nullable Problem problem) {
        return problem == null ? null : MAPPER.writeValueAsString(problem);
    }

    /** The arguments come back as texts, numbers and truth values. */
    static @Nullable Problem problem(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, Problem.class);
    }
}
