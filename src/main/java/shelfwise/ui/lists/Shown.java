package shelfwise.ui.lists;

import java.util.List;
import java.util.Optional;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.SimilarItem;
import shelfwise.app.ListService.UserList;
import shelfwise.ui.choice.ModelEntry;

/** What the place shows. */
sealed interface Shown {
    /** Nothing was asked for yet. */
    record Nothing() implements Shown { }

    /** No run has trained a model. */
    record NoModel(boolean cleared) implements Shown { }

    /** A model is read for the first time. */
    record Busy(String model) implements Shown { }

    record Failed(Throwable cause) implements Shown { }

    /** @param other the list of a second model for the same user */
    record OfUser(ModelEntry model, UserList list, Optional<Other> other) implements Shown { }

    record Other(ModelEntry model, UserList list) { }

    /** The items most like {@code item}, in the sense of the model. */
    record OfItem(ModelEntry model, ItemCard item, List<SimilarItem> similar) implements Shown {
        public OfItem {
            similar = List.copyOf(similar);
        }
    }
}
