package shelfwise.ui.home;

import java.util.List;
import java.util.Optional;
import shelfwise.app.CacheService;
import shelfwise.app.Workspace;
import shelfwise.app.template.Offer;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Yardstick;
import shelfwise.store.AssetInfo;
import shelfwise.store.RunInfo;

/**
 * How a project stands.
 *
 * @param run     the latest run
 * @param metrics what that run found
 * @param models  names of all trained models
 * @param offers  the templates, with what the project would fill them with
 * @param cache   what is kept of the steps that ran
 */
record ProjectFacts(List<AssetInfo> assets, List<String> pipelines, int runs, Optional<RunInfo> run, List<Metrics.Row> metrics, List<String> models,
                    List<String> snapshots, List<Offer> offers, CacheService.State cache) {
    ProjectFacts {
        assets = List.copyOf(assets);
        pipelines = List.copyOf(pipelines);
        metrics = List.copyOf(metrics);
        models = List.copyOf(models);
        snapshots = List.copyOf(snapshots);
        offers = List.copyOf(offers);
    }

    static ProjectFacts of(Workspace workspace) {
        List<RunInfo> runs = workspace.runs().list();
        Optional<RunInfo> latest = runs.stream().findFirst();
        return new ProjectFacts(workspace.assets().list(), workspace.pipelines().names(), runs.size(), latest,
                latest.map(r -> workspace.runs().metrics(r.id())).orElse(List.of()), workspace.models().list().stream().map(m -> m.name()).toList(),
                workspace.snapshots().ids(), workspace.templates().offers(""), workspace.cache().state());
    }

    /** The row with the highest nDCG at the smallest cut-off that is 10 or more, of the latest run. */
    Optional<Metrics.Row> best() {
        List<Metrics.Row> rows = metrics.stream().filter(m -> m.metric().equals("ndcg") && m.overall() && Yardstick.of(m.model()).isEmpty() && !Double.isNaN(m.value())).toList();
        int k = rows.stream().mapToInt(Metrics.Row::k).filter(n -> n >= 10).min().orElse(rows.stream().mapToInt(Metrics.Row::k).max().orElse(0));
        return rows.stream().filter(m -> m.k() == k).max((a, b) -> Double.compare(a.value(), b.value()));
    }
}
