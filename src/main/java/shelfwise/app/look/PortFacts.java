package shelfwise.app.look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Schema;

/** What an output holds, told from the store without making its value: quick however large it is. */
public sealed interface PortFacts {
    /** @param first earliest event, milliseconds since 1970 UTC @param last the latest */
    record Span(long first, long last) { }

    record OfTable(long rows, Schema schema) implements PortFacts { }

    /** @param span empty where events have no times */
    record OfEvents(long events, long users, long items, Optional<Span> span) implements PortFacts { }

    record OfCatalogue(long items, Schema schema) implements PortFacts { }

    /** @param told how they were made, as {@link shelfwise.data.Vectors#told} */
    record OfVectors(long vectors, int dimensions, Map<String, String> told) implements PortFacts {
        public OfVectors {
            told = Map.copyOf(told);
        }
    }

    /** @param method as {@link shelfwise.data.Split#method()} @param foldIn events of users held out as a whole; mostly 0 */
    record OfSplit(String method, long train, long validation, long test, long foldIn, long users, long items) implements PortFacts { }

    /** @param operator that trained it @param learned what it keeps besides its training data: the length of each part by name */
    record OfModel(String name, String operator, long events, long users, long items, Map<String, Long> learned) implements PortFacts {
        public OfModel {
            learned = Map.copyOf(learned);
        }
    }

    /** @param rows of all lists together */
    record OfLists(String model, long users, long rows) implements PortFacts { }

    /** @param metrics how many different ones */
    record OfMetrics(List<String> models, int metrics, long values) implements PortFacts {
        public OfMetrics {
            models = List.copyOf(models);
        }
    }
}
