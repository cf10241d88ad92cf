package shelfwise.app;

import java.nio.file.Path;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
import shelfwise.ingest.ImportResult;
import shelfwise.ingest.Importer;
import shelfwise.ingest.Preview;
import shelfwise.store.Assets;

/** Brings files into the project as asset versions. */
public final class ImportService {
    private final Assets assets;
    private final Importer importer = new Importer();

    ImportService(Assets assets) {
        this.assets = assets;
    }

    /** Looks at a file's beginning, with no project open. @throws shelfwise.base.ProblemException if it could not be imported like this */
    public static void check(Path file, ImportOptions options) {
        new Importer().preview(file, options, 1);
    }

    /** The first {@code rows} rows as they would be read. Nothing is kept. */
    public Preview preview(Path file, ImportOptions options, int rows) {
        return importer.preview(file, options, rows);
    }

    /** Imports a file as a new version of its asset, whole or not at all. */
    public ImportResult importFile(Path file, ImportOptions options, Progress progress) {
        return importer.importFile(file, options, new StoreTarget(assets), progress);
    }
}
