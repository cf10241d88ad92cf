package shelfwise.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The system's own choosers; they start where the last one ended. */
final class WindowChoosers implements Choosers {
    private static final String FOLDER = "chooser.folder";
    private final Stage owner;
    private final Remembered remembered;

    WindowChoosers(Stage owner, Remembered remembered) {
        this.owner = owner;
        this.remembered = remembered;
    }

    @Override public List<Path> open(String title, Kind... kinds) {
        List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner);
        if (files == null) return List.of();
        remembered.put(FOLDER, files.getFirst().getParent());
        return files.stream().map(File::toPath).toList();
    }

    @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner);
        if (file == null) return Optional.empty();
        remembered.put(FOLDER, file.getParent());
        return Optional.of(file.toPath());
    }

    @Override public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        startFolder().ifPresent(chooser::setInitialDirectory);
        File folder = chooser.showDialog(owner);
        if (folder == null) return Optional.empty();
        remembered.put(FOLDER, folder.getPath());
        return Optional.of(folder.toPath());
    }

    private FileChooser chooser(String title, Kind... kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (Kind k : kinds) chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(k.name(), k.patterns()));
        startFolder().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<File> startFolder() {
        return Optional.of(new File(remembered.get(FOLDER, System.getProperty("user.home")))).filter(File::isDirectory);
    }
}
