package shelfwise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import shelfwise.base.Messages;

/** What every command takes. */
abstract class CliCommand implements Callable<Integer> {
    /** Exit codes; the last is that of a program that Ctrl-C ended. */
    static final int WORKED = 0, FAILED = 1, WRONG_CALL = 2, CANCELLED = 130;
    /** Columns that tables are fitted into. */
    static final int WIDTH = 110;

    final Session session;

    @Option(names = "--json", order = 90) boolean json;
    @Option(names = "--lang", paramLabel = "en|zh", order = 91) String language = "";
    @Option(names = {"-h", "--help"}, usageHelp = true, order = 92) boolean help;

    CliCommand(Session session) {
        this.session = session;
    }

    /** Does the work and gives the exit code. */
    @Override public abstract Integer call();

    String text(String key, Object... args) {
        return session.text(key, args);
    }

    void say(String line) {
        session.out().println(line);
    }

    /** The word of the command line with its name in the analyst's language, where that adds something. */
    static String named(Messages messages, String word, String key) {
        if (messages.locale().getLanguage().equals("en")) return word;
        return messages.find(key).map(name -> name + " " + word).orElse(word);
    }
}
