package shelfwise.export;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.base.Messages;

/**
 * Lists frozen at one moment. Items are told once, in {@code items}; everything else names them by their place there.
 *
 * @param format     version of this file format, {@link #FORMAT}
 * @param id         unique in the project; also the file's name
 * @param created    ISO 8601 in UTC
 * @param hash       SHA-256 of all the rest; see {@link SnapshotFiles}
 * @param provenance where the lists come from
 * @param items      all items named in lists and histories
 * @param histories  what each user had done before, oldest first
 * @param lists      the lists, model by model
 */
public record Snapshot(int format, String id, String created, String hash, Provenance provenance, List<Item> items, List<PastEvents> histories, List<RankedList> lists) {
    public static final int FORMAT = 1;

    public Snapshot {
        Checks.notBlank("id", id);
        items = List.copyOf(items);
        histories = List.copyOf(histories);
        lists = List.copyOf(lists);
    }

    /** @param title empty if the catalogue tells none; {@code percentile} popularity 0 to 1 */
    public record Item(String id, String title, String category, float percentile) { }

    /** @param items places in {@code items}, oldest first */
    public record PastEvents(String user, List<Integer> items) {
        public PastEvents {
            items = List.copyOf(items);
        }
    }

    /**
     * One user's list of one model, best first.
     *
     * @param notes what is to be said of rows besides the history items behind them; left out of the file where there are none, as in
     *              snapshots frozen before there were any
     */
    public record RankedList(String model, String user, List<Row> rows, @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Note> notes) {
        public RankedList {
            rows = List.copyOf(rows);
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        /** Of all notes the message key and its arguments. */
        List<List<String>> words() {
            return notes == null ? List.of() : notes.stream().map(Note::words).toList();
        }

        /** The notes of one row, in words. @param rank from 1 */
        public List<String> notes(int rank, Messages messages) {
            return notes == null ? List.of() : notes.stream().filter(n -> n.rank() == rank)
                    .map(n -> messages.text(n.words().getFirst(), n.words().subList(1, n.words().size()).toArray())).toList();
        }
    }

    /**
     * A model, a rule, a property or an interest behind a row.
     *
     * @param rank  of the row, from 1
     * @param words a message key and its arguments
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Note(int rank, List<String> words) {
        public Note {
            words = List.copyOf(words);
        }
    }

    /**
     * @param item     place in {@code items}
     * @param score    comparable within one list
     * @param fallback 0 if the model scored it, 1 if popularity filled the list up
     * @param why      the history items that contributed most
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Row(int item, float score, int fallback, List<Why> why) {
        public Row {
            why = List.copyOf(why);
        }
    }

    /**
     * @param item       place in {@code items} of an item of the history
     * @param share      of the positive contributions, 0 to 1
     * @param similarity in the model's measure; 0 where it has none
     * @param support    customers in common; -1 where it is not counted
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Why(int item, float share, float similarity, int support) { }

    public Snapshot withHash(String newHash) {
        return new Snapshot(format, id, created, newHash, provenance, items, histories, lists);
    }
}
