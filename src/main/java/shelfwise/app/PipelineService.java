package shelfwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import shelfwise.base.Problem;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;

/** The pipelines of a project, one JSON file each. */
public final class PipelineService {
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_ .-]{0,99}");
    private final Path folder;
    private final PipelineJson json;

    PipelineService(Path folder, OperatorCatalogue operators) {
        this.folder = folder;
        json = new PipelineJson(operators);
    }

    /** The pipelines of a project that need not be open. */
    public static PipelineService of(Path project) {
        return new PipelineService(project.resolve("pipelines"), Operators.catalogue());
    }

    /** Their names, in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(ENDING)).map(f -> f.substring(0, f.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws shelfwise.base.ProblemException if there is none of this name, or its file can't be read as a pipeline */
    public Pipeline read(String name) {
        if (!names().contains(name)) throw Problem.of("app.no-pipeline", name, String.join(", ", names())).asException();
        return json.read(folder.resolve(name + ENDING));
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

    /** The only pipeline. @throws shelfwise.base.ProblemException if there is none, or several to choose from */
    public Pipeline only() {
        List<String> names = names();
        if (names.isEmpty()) throw Problem.of("app.no-pipelines", folder.toString()).asException();
        if (names.size() > 1) throw Problem.of("app.several-pipelines", folder.toString(), String.join(", ", names)).asException();
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
        json.write(folder.resolve(name + ENDING), pipeline);
    }

    /** The pipeline as it would stand in its file. */
    public String text(Pipeline pipeline) {
        return json.write(pipeline);
    }

    Pipeline parse(String place, String text) {
        return json.read(place, text);
    }
}
