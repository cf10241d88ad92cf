package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.OwnFile;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperatorJson;

/** The analyst's own operators of a project, one JSON file each. Its file's name is an operator's name, whatever stands in it. */
public final class OwnOperatorService {

    private final JsonFolder files;
    private final OwnOperatorJson json;

    OwnOperatorService(Path folder, OperatorCatalogue operators) {
        files = new JsonFolder(folder);
        json = new OwnOperatorJson(operators);
    }

    /** Those of a project that need not be open. */
    public static OwnOperatorService of(Path project) {
        return new OwnOperatorService(project.resolve("operators"), Operators.catalogue());
    }

    /** Their names, in alphabetical order. */
    public List<String> names() {
        return files.names();
    }

    /** All of them; one that can't be read is told and does not keep the others from being offered. */
    public List<OwnFile> list() {
        var all = new ArrayList<OwnFile>();
        for (String name : names()) {
            try {
                all.add(new OwnFile(name, Optional.of(read(name)), Optional.empty()));
            } catch (ProblemException e) {
                all.add(new OwnFile(name, Optional.empty(), Optional.of(e.problem())));
            }
        }
        return all;
    }

    /** @throws ProblemException if there is none of this name, or its file can't be read as one, naming the place in it */
    public OwnOperator read(String name) {
        List<String> names = names();
        if (!names.contains(name)) throw Problem.of("own.no-such", name, names.isEmpty() ? "-" : names).asException();
        return json.read(files.file(name), "operators/" + files.fileName(name)).withName(name);
    }

    /**
     * Keeps it under its name. One that is there is replaced, and has one version more if it changes.
     *
     * @return as it is kept
     * @throws ProblemException if a file of that name is there that can't be read, or it can't be written
     */
    public OwnOperator keep(OwnOperator own) {
        Optional<OwnOperator> there = at(own.name());
        if (there.isPresent() && there.get().same(own)) return there.get();
        return write(own.withVersion(there.map(o -> Math.max(o.version() + 1, own.version())).orElse(own.version())));
    }

    /** Names that differ in capitals alone are one file on some systems. */
    private Optional<OwnOperator> at(String name) {
        for (String n : names()) {
            if (!n.equalsIgnoreCase(name)) continue;
            if (!n.equals(name)) throw Problem.of("own.taken", n).asException();
            try {
                return Optional.of(read(n));
            } catch (ProblemException e) {
                throw Problem.of("own.taken-unread", n).asException(e);
            }
        }
        return Optional.empty();
    }

    private OwnOperator write(OwnOperator own) {
        try {
            Files.createDirectories(files.path());
        } catch (IOException e) {
            throw Problem.of("pipeline.unwritable-file", files.path().toString()).asException(e);
        }
        json.write(files.file(own.name()), own);
        return own;
    }

    /** Pipelines that hold a copy of its steps stay as they are. @throws ProblemException if there is none of this name, or it can't be removed */
    public void remove(String name) {
        if (!names().contains(name)) read(name);
        try {
            Files.delete(files.file(name));
        } catch (IOException e) {
            throw Problem.of("pipeline.unwritable-file", files.file(name).toString()).asException(e);
        }
    }

    /** Writes it to a file for other projects. @throws ProblemException as {@link #read}, or if the file can't be written */
    public void export(String name, Path to) {
        json.write(to.toAbsolutePath(), read(name));
    }

    /**
     * Takes one in from a file.
     *
     * @param name    what it is called here; empty: as in the file
     * @param replace whether it may become the next version of one that has this name
     * @throws ProblemException if the file can't be read as one, or the name is that of another and {@code replace} is not set
     */
    public OwnOperator take(Path from, Optional<String> name, boolean replace) {
        OwnOperator read = json.read(from), own = name.map(read::withName).orElse(read);
        if (!replace && names().stream().anyMatch(n -> n.equalsIgnoreCase(own.name())) && at(own.name()).filter(own::same).isEmpty()) {
            throw Problem.of("own.taken", own.name()).asException();
        }
        return keep(own);
    }
}
