package shelfwise.app.look;

import java.util.List;
import java.util.Optional;
import shelfwise.data.LearningCurve;
import shelfwise.data.Metrics;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.inspect.LongTail;
import shelfwise.inspect.Projection;
import shelfwise.profile.Histogram;
import shelfwise.profile.InteractionProfile;

/** Enough of an output to be drawn. Tables are read from the store while they are paged. */
public sealed interface PortContent {
    /** @param title the id where none is known */
    record Titled(String id, String title) { }

    /** @param users different users who have it */
    record Popular(Titled item, long users) { }

    record Rows(Table table) implements PortContent { }

    /** @param popular the items of most users, most first */
    record Events(InteractionProfile profile, LongTail tail, List<Popular> popular) implements PortContent {
        public Events {
            popular = List.copyOf(popular);
        }
    }

    /** @param name train, validation, test or fold-in @param users with events in this part */
    record Part(String name, long events, long users, long items, Optional<PortFacts.Span> span) { }

    /** @param train what the training part is like */
    record Parts(String method, List<Part> parts, InteractionProfile train) implements PortContent {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** @param share of items with a value in this column, 0 to 1 @param words mean number of words of those that have one */
    record Text(String column, Role role, double share, double words) { }

    record Goods(Table attributes, List<Text> texts) implements PortContent {
        public Goods {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param first  the first vectors, row by row, at most {@link LookService#FIRST_VALUES} values of each
     * @param names  of these
     * @param norms  lengths of all vectors
     * @param points names of the vectors in {@code plane}
     */
    record Space(int vectors, int dimensions, float[][] first, List<Titled> names, Histogram norms, Projection plane, List<Titled> points) implements PortContent {
        public Space {
            names = List.copyOf(names);
            points = List.copyOf(points);
        }
    }

    /** @param popular items of most users in its training data, to ask for similar ones @param curve how it got better while it was trained; without points where it learns at one go */
    record Trained(PortFacts.OfModel facts, List<Popular> popular, LearningCurve curve) implements PortContent {
        public Trained {
            popular = List.copyOf(popular);
        }
    }

    /** @param filled whether popularity put it there */
    record Row(Titled item, double score, boolean filled) { }

    record UserRows(String user, List<Row> rows) {
        public UserRows {
            rows = List.copyOf(rows);
        }
    }

    /** @param filled share of rows that popularity put there @param different items in any list @param items all the model knows */
    record Ranked(String model, long users, long rows, double filled, long different, long items, List<UserRows> first) implements PortContent {
        public Ranked {
            first = List.copyOf(first);
        }
    }

    /** @param metrics without the values user by user */
    record Judged(Metrics metrics) implements PortContent { }
}
