package shelfwise.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Messages;

/** The texts of {@code --help}: picocli asks for {@code shelfwise.run.usage.header}, the message file has it as {@code cli.help.shelfwise.run.usage.header}. */
final class HelpTexts extends ResourceBundle {
    private static final String PREFIX = "cli.help.";
    private final Messages messages;

    HelpTexts(Messages messages) {
        this.messages = messages;
    }

    @Override protected @Nullable Object handleGetObject(String key) {
        if (messages.find(PREFIX + key).isEmpty()) return null;
        return messages.text(PREFIX + key) + (key.equals("shelfwise.run.usage.footer") ? metrics() : "");
    }

    /** What each metric means, from the texts of the room that measures them. */
    private String metrics() {
        return "\n\n" + messages.text("cli.metrics") + "\n" + messages.keys("metric.").stream().filter(k -> k.endsWith(".help"))
                .map(k -> "  " + messages.text(k.substring(0, k.length() - ".help".length())) + ": " + messages.text(k).replace("%", "%%"))
                .collect(Collectors.joining("\n"));
    }

    @Override public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys(PREFIX).stream().map(k -> k.substring(PREFIX.length())).toList());
    }
}
