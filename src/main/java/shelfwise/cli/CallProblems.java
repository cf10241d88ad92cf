package shelfwise.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import shelfwise.base.Problem;

/** Tells what is wrong with a call, in the analyst's language, and where its help is. */
record CallProblems(Session session) {
    int wrong(String key, Object... args) {
        session.err().println(session.text(key, args));
        return CliCommand.WRONG_CALL;
    }

    int wrong(Problem problem, CommandLine command) {
        session.tell(problem);
        return help(command);
    }

    int wrong(ParameterException e) {
        CommandLine command = e.getCommandLine();
        switch (e) {
            case MissingParameterException missing -> wrong("cli.wrong.missing", missing.getMissing().stream().map(CallProblems::name).toList());
            case OverwrittenOptionException twice -> wrong("cli.wrong.twice", name(twice.getOverwritten()));
            case UnmatchedArgumentException unknown -> unmatched(unknown, command);
            default -> {
                @Nullable ArgSpec at = e.getArgSpec();
                if (at == null) wrong("cli.wrong.other");
                else if (e.getValue() == null) wrong("cli.wrong.at", name(at));
                else wrong("cli.wrong.value", e.getValue(), name(at));
            }
        }
        return help(command);
    }

    private void unmatched(UnmatchedArgumentException e, CommandLine command) {
        String first = e.getUnmatched().getFirst();
        if (first.startsWith("-")) wrong("cli.wrong.option", first);
        else if (command.getParent() == null) wrong("cli.wrong.command", first, command.getSubcommands().keySet());
        else wrong("cli.wrong.too-many", first);
    }

    private int help(CommandLine command) {
        return wrong("cli.wrong.help", command.getCommandSpec().qualifiedName());
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
