package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;

/**
 * Finds before a run what would make it fail, all at once: settings out of range, inputs without a link, links that don't fit, assets and
 * columns that are not there; and how much memory it may take. To find what would fail no row is read: steps from tables are tried on empty
 * tables with the assets' columns, so that columns are known up to the first step that takes or gives something else. May be used by several
 * threads at once.
 */
public final class Preflight {
    /**
     * Something that would make a node fail.
     *
     * @param node    its id
     * @param problem whose place begins with the node's id, a setting's name after it
     */
    public record Finding(String node, Problem problem) { }

    private final OperatorCatalogue operators;
    private final Context.AssetReader assets, tables;

    /** @param assets of which only the columns are looked at, and for a forecast some columns' values */
    public Preflight(OperatorCatalogue operators, Context.AssetReader assets) {
        this.operators = operators;
        tables = assets;
        this.assets = (asset, version) -> empty(assets.read(asset, version).schema());
    }

    static Table empty(Schema schema) {
        return new TableBuilder(schema).build();
    }

    /**
     * What would make a run of the whole pipeline fail, in the order of its nodes; empty if nothing is known to.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public List<Finding> check(Pipeline pipeline, Progress progress) {
        return findings(pipeline, pipeline.nodes().stream().map(Node::id).toList(), progress);
    }

    /** As {@link #check}, for {@code node} and those it depends on. @throws shelfwise.base.ProblemException if there is no such node */
    public List<Finding> checkTo(Pipeline pipeline, String node, Progress progress) {
        return findings(pipeline, pipeline.upTo(node).stream().map(Node::id).toList(), progress);
    }

    /**
     * The columns that come in at each input of {@code node} that takes one table, by the input's name; inputs of unknown columns are left out.
     * They are what a form offers where {@link Picks} asks for a column.
     *
     * @throws shelfwise.base.ProblemException if there is no such node
     */
    public Map<String, Schema> columns(Pipeline pipeline, String node) {
        return check(pipeline, pipeline.upTo(node), Progress.NONE).columnsInto(pipeline.node(node));
    }

    /** The columns of one output, where they are known. @throws shelfwise.base.ProblemException if there is no such node */
    public Optional<Schema> columns(Pipeline pipeline, String node, String output) {
        return check(pipeline, pipeline.upTo(node), Progress.NONE).columnsOf(node, output);
    }

    /**
     * As {@link #check}, for the nodes with these ids and those they depend on, with the memory that they may take. Sizes are known of assets and
     * of what is kept; from there on each step says the most that comes out of it ({@link Operator#most}). Cost: a pass over each column of a
     * table of which a step asks how many different values it has.
     *
     * @throws shelfwise.base.ProblemException if there is no such node
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public Forecast forecast(Pipeline pipeline, Collection<String> ids, Forecast.Kept kept, Progress progress) {
        return forecast(pipeline, ids, kept, Capacity.ofMachine(), progress);
    }

    Forecast forecast(Pipeline pipeline, Collection<String> ids, Forecast.Kept kept, Capacity capacity, Progress progress) {
        List<String> wanted = pipeline.upTo(ids).stream().map(Node::id).toList();
        Expansion expansion = Expansion.of(pipeline, operators);
        Pipeline whole = expansion.pipeline();
        List<Node> nodes = whole.upTo(wanted.stream().filter(id -> whole.find(id).isPresent()).toList());
        var checks = new PreflightChecks(operators, assets, whole, progress);
        var sizes = new Forecasting(operators, tables, kept, progress);
        for (int i = 0; i < nodes.size(); i++) {
            progress.at(i, nodes.size());
            checks.node(nodes.get(i));
            sizes.node(nodes.get(i), whole, checks);
        }
        long peak = new Peak(whole, nodes).of(n -> sizes.memory(n.id()), n -> sizes.held(n, operators), capacity.atOnce(), capacity.memory().bytes());
        return new Forecast(told(expansion, checks), sizes.told(expansion.copies()), peak, sizes.unknown(expansion.copies()));
    }

    /** Of what takes part in a run; what the copies made for a sweep lack is told of the sweep. */
    private List<Finding> findings(Pipeline pipeline, List<String> ids, Progress progress) {
        Expansion expansion = Expansion.of(pipeline, operators);
        List<Node> nodes = expansion.pipeline().upTo(ids.stream().filter(id -> expansion.pipeline().find(id).isPresent()).toList());
        return told(expansion, check(expansion.pipeline(), nodes, progress));
    }

    private static List<Finding> told(Expansion expansion, PreflightChecks checks) {
        var all = new ArrayList<Finding>();
        expansion.refused().forEach((sweep, problem) -> all.add(new Finding(sweep, problem)));
        for (Finding f : checks.findings()) {
            String sweep = expansion.copies().get(f.node());
            all.add(sweep == null ? f : new Finding(sweep, f.problem().in(sweep)));
        }
        return all;
    }

    private PreflightChecks check(Pipeline pipeline, List<Node> nodes, Progress progress) {
        var checks = new PreflightChecks(operators, assets, pipeline, progress);
        for (int i = 0; i < nodes.size(); i++) {
            progress.at(i, nodes.size());
            checks.node(nodes.get(i));
        }
        return checks;
    }
}
