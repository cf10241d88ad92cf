package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import shelfwise.base.Problem;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;

/** The pipelines of a project, one JSON file each, and the journals of their edits. To be closed once it has journals. */
public final class PipelineService implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_ .-]{0,99}");
    /** Of a journal whose edits are all saved; a longer one would be slow to open and is begun anew. */
    private static final long LONGEST_JOURNAL = 4 << 20;
    private final JsonFolder files;
    private final Path journals;
    private final OperatorCatalogue operators;
    private final PipelineJson json;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("journal").factory());

    PipelineService(Path folder, OperatorCatalogue operators) {
        files = new JsonFolder(folder);
        journals = folder.resolveSibling(".edits");
        this.operators = operators;
        json = new PipelineJson(operators);
    }

    /** The pipelines of a project that need not be open. */
    public static PipelineService of(Path project) {
        return new PipelineService(project.resolve("pipelines"), Operators.catalogue());
    }

    /** Their names, in alphabetical order. */
    public List<String> names() {
        return files.names();
    }

    /** @throws shelfwise.base.ProblemException if there is none of this name, or its file can't be read as a pipeline */
    public Pipeline read(String name) {
        if (!names().contains(name)) throw Problem.of("app.no-pipeline", name, names()).asException();
        return json.read(files.file(name));
    }

    /** All pipelines of the project that can be read. */
    public List<Pipeline> readable() {
        var all = new java.util.ArrayList<Pipeline>();
        for (String name : names()) {
            try {
                all.add(read(name));
            } catch (shelfwise.base.ProblemException _) {
                continue; // told when that one is opened
            }
        }
        return all;
    }

    /**
     * The pipeline with its edits of earlier times, those that were not saved among them.
     *
     * @throws shelfwise.base.ProblemException as {@link #read}
     */
    public PipelineJournal.Resumed resume(String name) {
        return PipelineJournal.resume(journal(name), read(name), json, writer, LONGEST_JOURNAL);
    }

    /** Gives a node other settings, and all settings that follow the same parameters: {@link Parameters#set}. */
    public Pipeline withSettings(Pipeline pipeline, String node, Record settings) {
        return Parameters.set(pipeline, operators, node, settings);
    }

    private Path journal(String name) {
        return journals.resolve(name + ".jsonl");
    }

    /**
     * Puts {@code renamed} in the place of a pipeline, under its own name.
     *
     * @throws shelfwise.base.ProblemException if the name is taken or can't be a file's name; then nothing changed
     */
    public void rename(String name, Pipeline renamed) {
        create(renamed);
        remove(name);
    }

    /** Writes a pipeline that is not there yet. @throws shelfwise.base.ProblemException if the name is taken or can't be a file's name */
    public void create(Pipeline pipeline) {
        if (names().stream().anyMatch(n -> n.equalsIgnoreCase(pipeline.name()))) throw Problem.of("app.pipeline-taken", pipeline.name()).asException();
        write(pipeline);
    }

    /** Takes the file out of the project into the folder of journals, under a name with the time, so that nothing is lost for good. */
    public void remove(String name) {
        read(name);
        try {
            Files.createDirectories(journals);
            Files.move(files.file(name), journals.resolve(files.fileName(name + "-" + System.currentTimeMillis())));
            Files.deleteIfExists(journal(name));
        } catch (IOException e) {
            throw Problem.of("pipeline.unwritable-file", name).asException(e);
        }
    }

    /** Waits until the journals are written. */
    @Override public void close() {
        writer.close();
    }

    /** The only pipeline. @throws shelfwise.base.ProblemException if there is none, or several to choose from */
    public Pipeline only() {
        List<String> names = names();
        if (names.isEmpty()) throw Problem.of("app.no-pipelines", files.path().toString()).asException();
        if (names.size() > 1) throw Problem.of("app.several-pipelines", files.path().toString(), names).asException();
        return read(names.getFirst());
    }

    /** @throws shelfwise.base.ProblemException if its name can't be a file's name, or the file can't be written */
    public void write(Pipeline pipeline) {
        write(pipeline.name(), pipeline);
    }

    /**
     * Writes it into the file of {@code name}, whatever the pipeline calls itself.
     *
     * @throws shelfwise.base.ProblemException if {@code name} can't be a file's name, or the file can't be written
     */
    public void write(String name, Pipeline pipeline) {
        if (!NAME.matcher(name).matches()) throw Problem.of("app.pipeline-name", name).asException();
        try {
            Files.createDirectories(files.path());
        } catch (IOException e) {
            throw Problem.of("pipeline.unwritable-file", files.path().toString()).asException(e);
        }
        json.write(files.file(name), pipeline);
    }

    /** The pipeline as it would stand in its file. */
    public String text(Pipeline pipeline) {
        return json.write(pipeline);
    }

    Pipeline parse(String place, String text) {
        return json.read(place, text);
    }
}
