package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.CacheService;
import shelfwise.app.CacheService.Extent;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;

/** Tells what a project keeps of the steps it ran, limits it and clears it. */
@Command(name = "cache")
final class CacheCommand extends CliCommand {
    /** @param cleared by this call; {@code null} if it cleared nothing */
    record Result(long bytes, int entries, long needed, int neededEntries, long clearable, long limit, long room, long file, long free, @Nullable Gone cleared) { }

    /** @param file bytes by which the store's file is smaller now @param models that can't be shown until they are trained again */
    record Gone(long bytes, int entries, long file, List<String> models) { }

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Option(names = "--limit", paramLabel = "SIZE") Optional<String> limit = Optional.empty();
    @Option(names = "--clear") boolean clear;
    @Option(names = "--all") boolean all;

    CacheCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        OptionalLong bytes = WrongCall.unless(() -> {
            if (all && !clear) throw Problem.of("cli.all-of-what", "--all").asException();
            return limit.map(ByteSize::parse).map(OptionalLong::of).orElse(OptionalLong.empty());
        });
        try (Workspace workspace = Workspace.open(project)) {
            Optional<Gone> gone = clear(workspace.cache(), bytes);
            CacheService.State state = workspace.cache().state();
            if (json) Json.print(session.out(), result(state, gone.orElse(null)));
            else print(state, gone);
        }
        return WORKED;
    }

    private Optional<Gone> clear(CacheService cache, OptionalLong bytes) {
        if (bytes.isEmpty() && !clear) return Optional.empty();
        try (ProgressLine progress = session.progress(text("cli.cache.clearing"))) {
            Gone gone = new Gone(0, 0, 0, List.of());
            if (bytes.isPresent()) gone = sum(gone, cache.limit(bytes.getAsLong(), progress), List.of());
            if (!clear) return Optional.of(gone);
            Extent extent = all ? Extent.RESULTS : Extent.UNNEEDED;
            CacheService.Loss loss = cache.loss(extent);
            return Optional.of(sum(gone, cache.clear(extent, progress), loss.models()));
        }
    }

    private static Gone sum(Gone before, CacheService.Cleared cleared, List<String> models) {
        return new Gone(before.bytes() + cleared.bytes(), before.entries() + cleared.entries(), before.file() + cleared.disk(), models);
    }

    private static Result result(CacheService.State state, @Nullable Gone gone) {
        var usage = state.usage();
        return new Result(usage.bytes(), usage.entries(), usage.stayBytes(), usage.stay(), usage.clearable(), state.limit(), state.room(), state.file(), state.free(), gone);
    }

    private void print(CacheService.State state, Optional<Gone> gone) {
        gone.ifPresent(g -> {
            say(text("cli.cache.cleared", size(g.bytes()), session.figures().count(g.entries()), size(g.file())));
            if (!g.models().isEmpty()) say(text("cli.cache.models", g.models()));
        });
        var usage = state.usage();
        say(text("cli.cache.used", size(usage.bytes()), size(state.limit()), session.figures().count(usage.entries())));
        say(text("cli.cache.needed", size(usage.stayBytes()), size(usage.clearable())));
        if (state.room() < state.limit()) say(text("cli.cache.room", size(state.room()), size(state.free())));
        say(text("cli.cache.file", size(state.file()), size(state.free())));
    }

    private String size(long bytes) {
        return ByteSize.text(bytes, session.figures());
    }
}
