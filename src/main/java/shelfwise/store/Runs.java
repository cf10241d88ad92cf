package shelfwise.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Metrics;

/** The runs of pipelines, kept for ever. For several threads. */
public final class Runs {
    private static final String RUNS = "SELECT id, pipeline, pipeline_json, started, seconds, outcome, seed, device FROM run ";

    private static final String NO_SEARCH = "";

    private final Database database;

    Runs(Database database) {
        this.database = database;
    }

    /** Runs that were under way when the program ended can't be any more. */
    static void breakOff(Connection c) throws SQLException {
        if (Tables.id(c, "SELECT id FROM run WHERE outcome = 'RUNNING'").isPresent()) Tables.update(c, "UPDATE run SET outcome = 'BROKEN_OFF' WHERE outcome = 'RUNNING'");
    }

    /** Notes that a run has begun, and gives its number. */
    public long start(String pipeline, String pipelineJson, long seed, String device) {
        return start(pipeline, pipelineJson, seed, device, NO_SEARCH, 0);
    }

    /** Notes that a trial of a search over settings has begun. @param search the search's hash @param trial its number in the search */
    public long start(String pipeline, String pipelineJson, long seed, String device, String search, int trial) {
        return database.change(c -> {
            Tables.update(c, "INSERT INTO run (pipeline, pipeline_json, started, seconds, outcome, seed, device, search, trial) VALUES (?, ?, ?, 0, 'RUNNING', ?, ?, ?, ?)",
                    pipeline, pipelineJson, Instant.now().atOffset(ZoneOffset.UTC), seed, device, search, trial);
            return Tables.id(c, "SELECT MAX(id) FROM run").orElseThrow();
        });
    }

    public void finish(long run, RunEnd end) {
        database.change(c -> {
            int seq = 0;
            for (RunData d : end.data()) Tables.update(c, "MERGE INTO run_data KEY (run_id, asset, version) VALUES (?, ?, ?, ?)", run, d.asset(), d.version(), d.hash());
            for (NodeRun n : end.nodes()) {
                Tables.update(c, "INSERT INTO run_node VALUES (?, ?, ?, ?, ?, ?, ?, ?)", run, seq++, n.node(), n.operator(), n.state(), n.seconds(), n.key(), Json.of(n.problem()));
            }
            for (RunOutput o : end.outputs()) Tables.update(c, "INSERT INTO run_output VALUES (?, ?, ?, ?, ?)", run, seq++, o.node(), o.port(), o.key());
            for (Metrics.Row m : end.metrics()) {
                Tables.update(c, "INSERT INTO metric (run_id, seq, model, segment, metric, k, number, low, high, users) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        run, seq++, m.model(), m.segment(), m.metric(), m.k(), orNull(m.value()), orNull(m.low()), orNull(m.high()), m.users());
            }
            return Tables.update(c, "UPDATE run SET outcome = ?, seconds = ? WHERE id = ?", end.outcome().name(), end.seconds(), run);
        });
    }

    /** All runs but the trials of searches, the latest first. */
    public List<RunInfo> list() {
        return database.read(c -> infos(c, RUNS + "WHERE search = '' ORDER BY id DESC"));
    }

    /** The trials of a search that were done, by their number; of several runs of one trial the latest. */
    public SortedMap<Integer, RunInfo> trials(String search) {
        return database.read(c -> {
            var runs = new TreeMap<Long, Integer>();
            Tables.each(c, "SELECT id, trial FROM run WHERE search = ? AND outcome = 'DONE'", row -> runs.put(row.getLong(1), row.getInt(2)), search);
            var found = new TreeMap<Integer, RunInfo>();
            for (RunInfo run : infos(c, RUNS + "WHERE search = ? AND outcome = 'DONE' ORDER BY id", search)) found.put(runs.getOrDefault(run.id(), 0), run);
            return found;
        });
    }

    public Optional<RunInfo> find(long run) {
        return database.read(c -> infos(c, RUNS + "WHERE id = ?", run)).stream().findFirst();
    }

    /** The runs whose evaluations found something. */
    public Set<Long> measured() {
        return database.read(c -> {
            var found = new HashSet<Long>();
            Tables.each(c, "SELECT DISTINCT run_id FROM metric", row -> found.add(row.getLong(1)));
            return found;
        });
    }

    /** What the run's evaluations found, in their order. */
    public List<Metrics.Row> metrics(long run) {
        return database.read(c -> {
            var found = new ArrayList<Metrics.Row>();
            Tables.each(c, "SELECT model, segment, metric, k, number, low, high, users FROM metric WHERE run_id = ? ORDER BY seq", row -> found.add(
                    new Metrics.Row(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), number(row, 5), number(row, 6), number(row, 7), row.getInt(8))), run);
            return found;
        });
    }

    /** What a pipeline's runs gave, the latest first. @param pipelineJson of its latest run */
    public record Made(String pipeline, String pipelineJson, long latest, List<MadeBy> outputs) {
        public Made {
            outputs = List.copyOf(outputs);
        }
    }

    /** An output and the run that gave it. */
    public record MadeBy(long run, RunOutput output) { }

    /** What the runs gave, for each name of a pipeline; trials of searches gave nothing. Cost: one look at each output of each run. */
    public List<Made> made() {
        return database.read(c -> {
            var outputs = new HashMap<String, List<MadeBy>>();
            Tables.each(c, "SELECT r.pipeline, r.id, o.node, o.port, o.artefact_key FROM run r JOIN run_output o ON o.run_id = r.id WHERE r.search = '' ORDER BY r.id DESC, o.seq",
                    row -> outputs.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(new MadeBy(row.getLong(2), new RunOutput(row.getString(3), row.getString(4), row.getString(5)))));
            var found = new ArrayList<Made>();
            Tables.each(c, "SELECT pipeline, pipeline_json, id FROM run WHERE id IN (SELECT MAX(id) FROM run WHERE search = '' GROUP BY pipeline) ORDER BY id DESC",
                    row -> found.add(new Made(row.getString(1), row.getString(2), row.getLong(3), outputs.getOrDefault(row.getString(1), List.of()))));
            return found;
        });
    }

    /** The seconds that each node of a pipeline took when it ran last, be it long ago. */
    public Map<String, Double> seconds(String pipeline) {
        return database.read(c -> {
            var found = new HashMap<String, Double>();
            Tables.each(c, "SELECT n.node, n.seconds FROM run_node n JOIN run r ON r.id = n.run_id WHERE r.pipeline = ? AND n.state = 'done' ORDER BY n.run_id",
                    row -> found.put(row.getString(1), row.getDouble(2)), pipeline);
            return found;
        });
    }

    /** Where the run's values are kept, in the order of its nodes. */
    public List<RunOutput> outputs(long run) {
        return database.read(c -> {
            var found = new ArrayList<RunOutput>();
            Tables.each(c, "SELECT node, port, artefact_key FROM run_output WHERE run_id = ? ORDER BY seq",
                    row -> found.add(new RunOutput(row.getString(1), row.getString(2), row.getString(3))), run);
            return found;
        });
    }

    private static List<RunInfo> infos(Connection c, String sql, Object... args) throws SQLException {
        var found = new ArrayList<RunInfo>();
        Tables.each(c, sql, row -> {
            long id = row.getLong(1);
            var data = new ArrayList<RunData>();
            Tables.each(c, "SELECT asset, version, hash FROM run_data WHERE run_id = ? ORDER BY asset, version",
                    d -> data.add(new RunData(d.getString(1), d.getInt(2), d.getString(3))), id);
            var nodes = new ArrayList<NodeRun>();
            Tables.each(c, "SELECT node, operator, state, seconds, artefact_key, problem FROM run_node WHERE run_id = ? ORDER BY seq", n -> nodes.add(
                    new NodeRun(n.getString(1), n.getString(2), n.getString(3), n.getDouble(4), n.getString(5), Json.problem(n.getString(6)))), id);
            found.add(new RunInfo(id, row.getString(2), row.getString(3), row.getObject(4, Instant.class), row.getDouble(5),
                    Outcome.valueOf(row.getString(6)), row.getLong(7), row.getString(8), data, nodes));
        }, args);
        return found;
    }

    private static @Nullable Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }
}
