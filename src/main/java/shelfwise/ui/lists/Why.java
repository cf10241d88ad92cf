package shelfwise.ui.lists;

import java.util.List;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.Reason;
import shelfwise.app.ListService.Row;
import shelfwise.app.ListService.SimilarItem;
import shelfwise.app.ListService.UserList;
import shelfwise.app.SimilarityService.Common;
import shelfwise.ui.choice.ModelEntry;

/** What is told of the row chosen. */
sealed interface Why {
    /** No row is chosen. */
    record Nothing() implements Why { }

    record Busy() implements Why { }

    record Failed(Throwable cause) implements Why { }

    /** @param reasons largest share first; none where the model counts no parts @param texts whether the words that matter can be told */
    record OfRow(ModelEntry model, UserList list, Row row, boolean additive, List<Reason> reasons, boolean texts) implements Why {
        public OfRow {
            reasons = List.copyOf(reasons);
        }
    }

    /** Two items and who has both. */
    record OfPair(ModelEntry model, ItemCard item, SimilarItem other, Common common) implements Why { }
}
