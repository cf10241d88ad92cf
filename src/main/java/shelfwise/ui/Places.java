package shelfwise.ui;

import java.util.List;
import java.util.Optional;
import shelfwise.app.Workspace;
import shelfwise.ui.assets.AssetsPlace;
import shelfwise.ui.compare.ComparePlace;
import shelfwise.ui.home.HomePlace;
import shelfwise.ui.lists.ListsPlace;
import shelfwise.ui.pipelines.PipelinesPlace;
import shelfwise.ui.quality.QualityPlace;
import shelfwise.ui.similarity.SimilarityPlace;
import shelfwise.ui.snapshots.SnapshotsPlace;

/** All places of the window, in the order of the rail. */
final class Places {
    private Places() { }

    static List<Place> of(Workspace workspace, Projects projects) {
        return List.of(
                new HomePlace(Optional.of(workspace), projects),
                new AssetsPlace(workspace),
                new QualityPlace(workspace),
                new PipelinesPlace(workspace),
                new ListsPlace(workspace),
                new SimilarityPlace(workspace),
                new ComparePlace(workspace),
                new SnapshotsPlace(workspace));
    }
}
