package shelfwise.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.Table;

/** An open project: a folder with {@code project.json}, its pipelines, rules, models and snapshots, and the store. For several threads. */
public final class Project implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Project.class);
    private static final String STORE = "store.mv.db";
    private static final List<String> FOLDERS = List.of("pipelines", "rules", "models", "snapshots");

    private final Path folder;
    private final ProjectFile file;
    private final Database database;
    private final ArtefactUses uses = new ArtefactUses(InstantSource.system());

    private Project(Path folder, ProjectFile file, Database database) {
        this.folder = folder;
        this.file = file;
        this.database = database;
    }

    /**
     * Makes a project, named as its folder, which must be empty or not yet there.
     *
     * @throws shelfwise.base.ProblemException if that can't be; then nothing has changed on disk
     */
    public static Project create(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        boolean before = Files.exists(whole);
        checkEmpty(whole);
        try {
            Files.createDirectories(whole);
            for (String name : FOLDERS) Files.createDirectory(whole.resolve(name));
            Database database = openStore(whole, Migrations.ALL);
            try {
                ProjectFile file = ProjectFile.named(String.valueOf(whole.getFileName()));
                file.write(whole);
                return new Project(whole, file, database);
            } catch (IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (IOException e) {
            remove(whole, before);
            throw Problem.of("store.read-only", whole.toString()).asException(e);
        } catch (RuntimeException e) {
            remove(whole, before);
            throw e;
        }
    }

    private static void checkEmpty(Path folder) {
        if (folder.toString().contains(";")) throw Problem.of("store.folder-name", folder.toString()).asException();
        if (!Files.exists(folder)) {
            Path parent = folder.getParent();
            while (parent != null && !Files.exists(parent)) parent = parent.getParent();
            if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) throw Problem.of("store.read-only", folder.toString()).asException();
            return;
        }
        if (!Files.isDirectory(folder)) throw Problem.of("store.not-a-folder", folder.toString()).asException();
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) throw Problem.of("store.folder-not-empty", folder.toString()).asException();
        } catch (IOException e) {
            throw Problem.of("store.read-only", folder.toString()).asException(e);
        }
        if (!Files.isWritable(folder)) throw Problem.of("store.read-only", folder.toString()).asException();
    }

    /** Takes back what {@link #create} made before it failed. */
    private static void remove(Path folder, boolean keepFolder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) if (!keepFolder || !p.equals(folder)) Files.delete(p);
        } catch (IOException e) {
            throw Problem.of("store.read-only", folder.toString()).asException(e);
        }
    }

    /** Looks whether there is a project that this program knows; opens nothing. @throws shelfwise.base.ProblemException if not */
    public static void check(Path folder) {
        ProjectFile.read(folder.toAbsolutePath().normalize());
    }

    /**
     * Opens a project. One that came without a store gets an empty one.
     *
     * @throws shelfwise.base.ProblemException if there is none, a newer program made it, it is in use, damaged or can't be written to;
     *         then nothing has changed on disk
     */
    public static Project open(Path folder) {
        return open(folder, Migrations.ALL);
    }

    static Project open(Path folder, Migrations migrations) {
        Path whole = folder.toAbsolutePath().normalize();
        if (whole.toString().contains(";")) throw Problem.of("store.folder-name", whole.toString()).asException();
        ProjectFile file = ProjectFile.read(whole);
        Path store = whole.resolve(STORE);
        if (!Files.isWritable(whole) || Files.exists(store) && !Files.isWritable(store)) throw Problem.of("store.read-only", whole.toString()).asException();
        return new Project(whole, file, openStore(whole, migrations));
    }

    private static Database openStore(Path folder, Migrations migrations) {
        boolean there = Files.exists(folder.resolve(STORE));
        try {
            if (there) bringUp(folder, peek(folder), migrations);
            var database = new Database(folder, "store", there ? ";IFEXISTS=TRUE" : "");
            try {
                refuseSecond(database);
                database.read(c -> {
                    migrations.run(c);
                    Runs.breakOff(c);
                    return 0;
                });
                return database;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreProblems.opening(e, folder);
        } catch (IOException e) {
            throw Problem.of("store.read-only", folder.toString()).asException(e);
        }
    }

    /**
     * Brings an older store up beside the real one, which it replaces in one step when all went well: H2 can't roll back changes of tables.
     * The older one is kept. A store that broke off while it was made has no version yet and nothing in it: it is made anew.
     */
    private static void bringUp(Path folder, int version, Migrations migrations) throws SQLException, IOException {
        if (version > migrations.latest()) throw Problem.of("store.newer", folder.toString(), version, migrations.latest()).asException();
        if (version == migrations.latest()) return;
        Path store = folder.resolve(STORE), draft = folder.resolve("store-new.mv.db");
        try {
            Files.deleteIfExists(draft);
            if (version > 0) Files.copy(store, draft);
            try (var database = new Database(folder, "store-new", "")) {
                migrate(database, migrations, version);
            }
            Files.copy(store, folder.resolve("store-version-" + version + ".mv.db"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void migrate(Database database, Migrations migrations, int version) {
        database.read(c -> {
            try {
                migrations.run(c);
            } catch (SQLException e) {
                throw Problem.of("store.not-brought-up", database.folder().toString(), version, migrations.latest(), StoreProblems.detail(e)).asException(e);
            }
            return 0;
        });
    }

    /** The version of the store, read so that nothing changes on disk. */
    private static int peek(Path folder) {
        try {
            var database = new Database(folder, "store", ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
            try (database) {
                refuseSecond(database);
                return database.read(Migrations::version);
            }
        } catch (SQLException e) {
            throw StoreProblems.opening(e, folder);
        }
    }

    /** Inside one process H2 would let a second project share the file. */
    private static void refuseSecond(Database database) {
        long sessions = database.read(c -> Tables.id(c, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")).orElse(1);
        if (sessions > 1) throw Problem.of("store.in-use", database.folder().toString()).asException();
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return file.name();
    }

    public Assets assets() {
        return new Assets(database);
    }

    public Runs runs() {
        return new Runs(database);
    }

    public ArtefactStore artefacts() {
        return new Artefacts(database, uses);
    }

    /** How much the artefacts take, and how they go. */
    public ArtefactCache cache() {
        return new ArtefactCache(database, uses);
    }

    public ProjectSettings settings() {
        return new ProjectSettings(database);
    }

    /**
     * The rows of a SELECT, in memory. {@code asset('name')} stands for the latest version of an asset.
     *
     * @throws shelfwise.base.ProblemException if the statement is wrong or would change something
     */
    public Table query(String sql) {
        return SqlQuery.run(database, sql);
    }

    /** What was not written yet of the uses of artefacts is; work that goes on is broken off. */
    @Override public void close() {
        try {
            cache().writeUses();
        } catch (ProblemException e) {
            LOG.debug("the times of use were not written", e); // the store is closed already, or the disk is full: no reason to keep it open
        }
        database.close();
    }
}
