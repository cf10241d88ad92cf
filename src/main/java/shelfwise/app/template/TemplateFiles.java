package shelfwise.app.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates that come with the program. A new one is one file, its messages and one word here. */
final class TemplateFiles {
    static final List<String> NAMES = List.of("bought-together", "next-in-session", "similar-by-text", "personalised-hybrid", "cold-start", "weekly-refresh",
            "price-aware", "a-b", "settings-sweep", "trending", "varied", "ratings");

    Template template(String name) {
        return Template.of(name, read(name));
    }

    JsonNode part(String name) {
        return read("parts/" + name);
    }

    private static JsonNode read(String name) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream("/templates/" + name + ".json")) {
            if (in == null) throw new IllegalStateException("no template " + name);
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
