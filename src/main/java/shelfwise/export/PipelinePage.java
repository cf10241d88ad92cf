package shelfwise.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import shelfwise.base.Messages;
import shelfwise.data.LearningCurve;
import shelfwise.data.Metrics;
import shelfwise.export.picture.PipelinePicture;
import shelfwise.export.picture.Theme;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Unread;
import shelfwise.store.RunData;
import shelfwise.store.RunInfo;

/** A pipeline told as a Markdown page: purpose, picture, parameters, steps with what they are set to, and what its last run read and found. */
public final class PipelinePage {
    private static final double SCALE = 2;
    private final OperatorCatalogue operators;
    private final Messages messages;
    private final PageSettings settings;

    /**
     * A run as the page tells it.
     *
     * @param changed whether the pipeline was changed since
     * @param curves  how its models learned, by their steps, as far as it is still kept
     */
    public record LastRun(RunInfo info, boolean changed, List<Metrics.Row> metrics, SortedMap<String, LearningCurve> curves) {
        public LastRun {
            metrics = List.copyOf(metrics);
            curves = Collections.unmodifiableSortedMap(curves);
        }
    }

    public PipelinePage(OperatorCatalogue operators, Messages messages) {
        this.operators = operators;
        this.messages = messages;
        settings = new PageSettings(operators, messages);
    }

    /**
     * Writes {@code NAME.md} with {@code NAME.svg} and {@code NAME.png} beside it, each whole or not at all.
     *
     * @return the page
     * @throws shelfwise.base.ProblemException if the folder can't be written
     */
    public Path write(Pipeline pipeline, Optional<LastRun> run, Path folder) {
        String name = pipeline.name().replaceAll("[\\\\/:*?\"<>|]", "-");
        var picture = new PipelinePicture(operators, messages);
        byte[] svg = picture.svg(pipeline, Theme.LIGHT).getBytes(StandardCharsets.UTF_8), png = picture.png(pipeline, Theme.LIGHT, SCALE);
        WholeFile.write(folder.resolve(name + ".svg"), out -> out.write(svg));
        WholeFile.write(folder.resolve(name + ".png"), out -> out.write(png));
        Path page = folder.resolve(name + ".md");
        WholeFile.write(page, out -> out.write(text(pipeline, run, name).getBytes(StandardCharsets.UTF_8)));
        return page;
    }

    /** The page's Markdown. @param pictures name of the pictures' files without ending */
    public String text(Pipeline pipeline, Optional<LastRun> run, String pictures) {
        var page = new Markdown();
        page.heading(1, pipeline.name());
        purpose(page, pipeline);
        page.line("![" + Markdown.escaped(pipeline.name()) + "](<" + pictures + ".png>)").line(messages.text("page.picture", "<" + pictures + ".svg>"));
        parameters(page, pipeline);
        page.heading(2, messages.text("page.steps"));
        int number = 0;
        for (Node n : pipeline.order()) step(page, pipeline, n, ++number);
        run.ifPresent(r -> lastRun(page, r));
        page.heading(2, messages.text("page.again")).line(messages.text("page.again.how"));
        page.line("```\nshelfwise run PROJECT \"" + pipeline.name() + "\"\n```");
        return page.text();
    }

    /** What people wrote on the canvas; without that, what it takes and gives. */
    private void purpose(Markdown page, Pipeline pipeline) {
        page.heading(2, messages.text("page.purpose"));
        List<Note> notes = pipeline.notes().stream().filter(n -> n.kind() == Note.Kind.NOTE && !n.text().isBlank()).toList();
        for (Note n : notes) page.line(Markdown.escaped(n.text()).replace("\n", "  \n"));
        long links = pipeline.links().size();
        page.line(messages.text("page.size", pipeline.nodes().size(), links));
        for (String role : List.of("source", "model", "evaluate", "lists")) {
            List<String> of = pipeline.order().stream().filter(n -> n.operator().startsWith(role + ".") && n.enabled()).map(n -> name(n) + " (`" + n.id() + "`)").toList();
            if (!of.isEmpty()) page.item(messages.text("page.role." + role, of));
        }
        page.end();
    }

    private void parameters(Markdown page, Pipeline pipeline) {
        if (pipeline.parameters().isEmpty()) return;
        page.heading(2, messages.text("page.parameters")).line(messages.text("page.parameters.how"));
        page.row(messages.text("page.name"), messages.text("page.value"), messages.text("page.meaning"), messages.text("page.follows")).rule(4);
        for (Parameter p : pipeline.parameters()) page.row(p.name(), p.value(), p.meaning(), messages.list(p.settings().stream()));
        page.end();
    }

    private String name(Node node) {
        return Markdown.escaped(node.label().isEmpty() ? operatorName(node) : node.label());
    }

    private String operatorName(Node node) {
        return messages.find("op." + node.operator() + ".name").orElse(node.operator());
    }

    private void step(Markdown page, Pipeline pipeline, Node node, int number) {
        page.heading(3, number + ". " + name(node) + " `" + node.id() + "`");
        if (!node.enabled()) page.line("**" + messages.text("page.off") + "**");
        Unread.of(node).ifPresent(u -> page.line("**" + messages.text("page.unread") + "** " + Markdown.escaped(messages.tell(u.problem()).replace('\n', ' '))));
        messages.find("op." + node.operator() + ".help").ifPresent(help -> page.line("*" + Markdown.escaped(operatorName(node)) + "* – " + Markdown.escaped(messages.text("op." + node.operator() + ".help"))));
        var from = new ArrayList<String>();
        for (Link l : pipeline.into(node.id())) from.add(l.toPort() + " ← `" + l.from() + "`");
        if (!from.isEmpty()) page.line(messages.text("page.from", from));
        List<String> gives = operators.find(node.operator()).map(Operator::outputs).orElse(List.of()).stream().map(p -> p.name() + " (" + messages.text(p.type().nameKey()) + ")").toList();
        if (!gives.isEmpty()) page.line(messages.text("page.gives", gives));
        settings.table(page, pipeline, node);
    }

    private void lastRun(Markdown page, LastRun run) {
        RunInfo info = run.info();
        page.heading(2, messages.text("page.run"));
        page.line(messages.text("page.run.when", info.id(), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault()).format(info.started()),
                messages.text("page.outcome." + info.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')), info.seconds()));
        if (run.changed()) page.line(messages.text("page.run.changed"));
        if (!info.data().isEmpty()) {
            page.row(messages.text("page.asset"), messages.text("page.version"), messages.text("page.hash")).rule(3);
            for (RunData d : info.data()) page.row(d.asset(), d.version() == 0 ? "–" : Integer.toString(d.version()), d.hash());
            page.end();
        }
        new PageMetrics(messages).table(page, run.metrics());
        new PageLearning(messages).table(page, run.curves());
    }
}
