package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.SequencedSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shelfwise.pipeline.OwnFile;
import shelfwise.ui.kit.Command;

/** The analyst's own operators, as the canvas offers them. On the UI thread. */
public interface OwnSteps {
    /** There are none, and none can be kept. */
    OwnSteps NONE = new OwnSteps() {
        @Override public ObservableList<OwnFile> all() {
            return FXCollections.emptyObservableList();
        }

        @Override public void keep(SequencedSet<String> chosen) { }

        @Override public List<Command> acts(OwnFile own) {
            return List.of();
        }
    };

    /** In alphabetical order, those that can't be read among them. */
    ObservableList<OwnFile> all();

    /** Asks a person how to keep these nodes and groups as one. */
    void keep(SequencedSet<String> chosen);

    /** What can be done with the file of one. */
    List<Command> acts(OwnFile own);
}
