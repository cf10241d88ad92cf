package shelfwise.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results for scripts. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() { }

    static void print(PrintStream out, Object result) {
        out.println(MAPPER.writeValueAsString(result));
    }

    /** Numbers that are not defined are {@code null} in JSON. */
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
