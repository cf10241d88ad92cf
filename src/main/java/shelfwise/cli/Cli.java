package shelfwise.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import shelfwise.app.LogFile;
import shelfwise.app.Version;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;

/** One call of the program from the command line. */
public final class Cli {
    private static final int HELP_WIDTH = 100;
    private static final String LANGUAGE_OPTION = "--lang";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final Window window;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param out  results
     * @param err  progress and problems
     * @param live whether {@code err} is a terminal, on which a line can be rewritten
     */
    public Cli(PrintStream out, PrintStream err, boolean live, Window window) {
        this.out = out;
        this.err = err;
        this.live = live;
        this.window = window;
    }

    /** One call without a window. Answers the exit code: 0 worked, 1 the work failed, 2 wrong call, 130 cancelled. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new Cli(out, err, false, Window.NONE).run(args);
    }

    /** The program's name and version, and what to do without a command. */
    @Command(name = "shelfwise", versionProvider = Root.class)
    private static final class Root implements Callable<Integer>, IVersionProvider {
        private final Session session;
        @Option(names = LANGUAGE_OPTION, paramLabel = "en|zh", order = 91) String language = "";
        @Option(names = {"-h", "--help"}, usageHelp = true, order = 92) boolean help;
        @Option(names = {"-V", "--version"}, versionHelp = true, order = 93) boolean version;

        Root(Session session) {
            this.session = session;
        }

        @Override public Integer call() {
            return session.window().open(Optional.empty()) ? CliCommand.WORKED : OpenCommand.withoutDisplay(session, Optional.empty(), false);
        }

        @Override public String[] getVersion() {
            return new String[] {"Shelfwise " + Version.NAME};
        }
    }

    /** Stops the work under way: what it was writing is taken back. May be called from another thread. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Answers the exit code. */
    public int run(String... args) {
        Optional<String> asked = language(args);
        var session = new Session(out, err, live, Messages.in(asked.map(Locale::of).orElseGet(Locale::getDefault)), window, cancelled);
        var calls = new CallProblems(session);
        if (asked.isPresent() && !List.of("en", "zh").contains(asked.get())) return calls.wrong("cli.wrong.language", asked.get());
        CommandLine line = line(session).setParameterExceptionHandler((e, _) -> calls.wrong(e))
                .setExecutionExceptionHandler((e, command, _) -> failed(session, calls, e, command));
        try {
            return line.execute(args);
        } catch (Throwable e) { // out of memory, a library that can't be loaded: told like any other failure
            return unexpected(session, e);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static Optional<String> language(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(LANGUAGE_OPTION + "=")) return Optional.of(args[i].substring(LANGUAGE_OPTION.length() + 1));
            if (args[i].equals(LANGUAGE_OPTION) && i + 1 < args.length) return Optional.of(args[i + 1]);
        }
        return Optional.empty();
    }

    private CommandLine line(Session session) {
        var root = new Root(session);
        var line = new CommandLine(root, new Made(root));
        for (CliCommand c : List.of(new NewCommand(session), new ImportCommand(session), new AssetsCommand(session), new ProfileCommand(session),
                new RunCommand(session), new SearchCommand(session), new ListCommand(session), new SimilarCommand(session), new ExportCommand(session), new ExportModelCommand(session),
                new PageCommand(session), new DiffCommand(session), new CacheCommand(session), new EncodersCommand(session), new OperatorsCommand(session), new TemplatesCommand(session),
                new NewPipelineCommand(session),
                new OpenCommand(session))) {
            line.addSubcommand(c);
        }
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH).setExpandAtFiles(false).setAbbreviatedOptionsAllowed(false).setPosixClusteredShortOptionsAllowed(false)
                .setResourceBundle(new HelpTexts(session.messages()));
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().usageMessage().sortOptions(false));
        line.getCommandSpec().usageMessage().sortOptions(false);
        return line;
    }

    /** Gives the version's provider, which is the root command itself. */
    private record Made(Root root) implements CommandLine.IFactory {
        @Override public <K> K create(Class<K> type) throws Exception {
            return type == Root.class ? type.cast(root) : CommandLine.defaultFactory().create(type);
        }
    }

    private static int failed(Session session, CallProblems calls, Exception e, CommandLine command) {
        if (e instanceof CancellationException || session.cancelled().get()) {
            session.err().println(session.text("cli.cancelled"));
            return CliCommand.CANCELLED;
        }
        if (e instanceof WrongCall wrong) return calls.wrong(wrong.problem(), command);
        if (!(e instanceof ProblemException told)) return unexpected(session, e);
        session.tell(told.problem());
        return CliCommand.FAILED;
    }

    private static int unexpected(Session session, Throwable e) {
        LoggerFactory.getLogger(Cli.class).error("not foreseen", e);
        session.err().println(session.text("cli.unexpected", e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("")),
                LogFile.path()));
        return CliCommand.FAILED;
    }
}
