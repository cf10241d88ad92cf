package shelfwise.export;

/** Writes Markdown; what people wrote is escaped, so that it is shown as they wrote it. */
final class Markdown {
    private final StringBuilder out = new StringBuilder();

    Markdown heading(int level, String text) {
        out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
        return this;
    }

    /** A paragraph. */
    Markdown line(String text) {
        out.append(text).append("\n\n");
        return this;
    }

    Markdown item(String text) {
        out.append("- ").append(text).append('\n');
        return this;
    }

    /** A row of a table; cells are escaped. */
    Markdown row(String... cells) {
        out.append('|');
        for (String c : cells) out.append(' ').append(escaped(c).replace("\n", "<br>")).append(" |");
        out.append('\n');
        return this;
    }

    Markdown rule(int columns) {
        out.append('|').append(" --- |".repeat(columns)).append('\n');
        return this;
    }

    /** Ends a list or a table. */
    Markdown end() {
        out.append('\n');
        return this;
    }

    String text() {
        return out.toString().stripTrailing() + "\n";
    }

    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
