package shelfwise.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import shelfwise.base.Messages;
import shelfwise.evaluate.Yardstick;
import tools.jackson.databind.json.JsonMapper;

/** A snapshot as one HTML page that needs nothing else: texts, style, script and data are inside; no network is touched. */
public final class SnapshotHtml {
    private static final String TEXTS = "export.html.";

    private SnapshotHtml() { }

    /** @param messages the language of the page */
    public static void write(Snapshot snapshot, Messages messages, Path file) {
        JsonMapper json = JsonMapper.builder().build();
        Map<String, String> texts = new TreeMap<>();
        for (String key : messages.keys(TEXTS)) texts.put(key.substring(TEXTS.length()), messages.text(key));
        for (var metric : snapshot.provenance().metrics()) texts.put("metric." + metric.metric(), messages.find("metric." + metric.metric()).orElse(metric.metric()));
        for (var metric : snapshot.provenance().metrics()) texts.put("model." + metric.model(), Yardstick.name(metric.model(), messages));
        snapshot.lists().forEach(l -> l.words().forEach(words -> texts.put("note " + String.join("\n", words), messages.text(words.getFirst(), words.subList(1, words.size()).toArray()))));
        for (String doubt : snapshot.provenance().doubts()) texts.put(doubt, messages.find(doubt).orElse(doubt));
        String page = template().replace("%LANG%", messages.locale().toLanguageTag()).replace("%TITLE%", escape(messages.text("export.html.title")))
                .replace("\"%TEXTS%\"", script(json.writeValueAsString(texts))).replace("\"%DATA%\"", script(json.writeValueAsString(snapshot)));
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** No text of the analyst's may end the script: {@code <} is written as an escape that JSON reads back. */
    private static String script(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String template() {
        try (InputStream in = SnapshotHtml.class.getResourceAsStream("/shelfwise/export/snapshot.html")) {
            if (in == null) throw new IllegalStateException("snapshot.html is not among the resources");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
