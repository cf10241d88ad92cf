package shelfwise.app;

import java.nio.file.Path;
import java.util.Optional;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;
import shelfwise.store.Project;

/** What a project gives to the steps of its pipelines. */
record ProjectReader(Project project) implements Context.AssetReader {
    static Context.AssetReader of(Project project) {
        return new ProjectReader(project);
    }

    @Override public Table read(String asset, int version) {
        return project.assets().read(asset, version);
    }

    @Override public Optional<Path> folder() {
        return Optional.of(project.folder());
    }
}
