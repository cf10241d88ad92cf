package shelfwise.ui.similarity;

import shelfwise.app.SimilarityService;
import shelfwise.ui.choice.ModelEntry;

/** What the place shows. */
sealed interface Matrix {
    /** Nothing was asked for yet. */
    record Nothing() implements Matrix { }

    /** No run has trained a model. */
    record NoModel(boolean cleared) implements Matrix { }

    /** It is made; told where there is nothing to show meanwhile. */
    record Busy(String model) implements Matrix { }

    /** A person stopped it. */
    record Stopped() implements Matrix { }

    record Failed(Throwable cause) implements Matrix { }

    record Found(ModelEntry model, SimilarityService.Question question, SimilarityService.View view) implements Matrix {
        /** The largest value beside the diagonal, which is 1; 0 if there is none. */
        float most() {
            float most = 0;
            for (int r = 0; r < view.matrix().size(); r++) for (int c = 0; c < r; c++) most = Math.max(most, view.matrix().value(r, c));
            return most;
        }
    }
}
