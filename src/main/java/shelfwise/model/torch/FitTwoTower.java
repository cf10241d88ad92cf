package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Split;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Seldom;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Learns a network that makes a vector of a user's history and one that makes a vector of an item and its texts; near ones go together (two towers). */
public final class FitTwoTower extends SequenceFit<FitTwoTower.Setup> {
    private static final String ID = "model.two-tower", USERS = "users";

    /**
     * @param width       of the vectors
     * @param hidden      numbers between the layers of a tower
     * @param length      events of a history that are looked at, the latest
     * @param halfLife    later events of the history after which one counts half; 0 for all the same
     * @param temperature by which the product of the two vectors of length 1 is divided
     * @param epochs      passes over all histories, at most
     * @param batch       histories in one step
     * @param rate        of learning, the highest
     * @param dropout     share of the numbers that are left out at random while training
     * @param decay       of weights, decoupled
     * @param longest     gradients together are cut to this length
     * @param objective   what is made small
     * @param negatives   items drawn at random in each step
     * @param popular     share of them that is drawn by popularity
     * @param crop        whether half of the histories are cut to random stretches in each epoch
     * @param patience    ends early after so many looks at the validation part without gain; 0 for never
     * @param stopAt    ends after so many epochs, as if stopped by hand: the rate still falls over all; 0 for never
     * @param processor   where to train
     * @param seed        of the first weights, the order of work and all that is drawn
     * @param userColumns of the table of users that count; none for all that tell of people
     * @param userValues  texts of one of these columns that count, the most frequent
     * @param userDropout share of the users of whom nothing is told in a step
     */
    public record Setup(@Between(min = 4, max = 1024) int width, @Between(min = 4, max = 4096) int hidden, @Between(min = 2, max = 1000) int length,
            @Between(min = 0, max = 1e6) double halfLife, @Between(min = 0.01, max = 10) double temperature, @Between(min = 1, max = 10_000) int epochs,
            @Between(min = 1, max = 4096) int batch, @Between(min = 1e-6, max = 1) double rate, @Between(min = 0, max = 0.9) double dropout,
            @Seldom @Between(min = 0, max = 1) double decay, @Seldom @Between(min = 0.001, max = 1000) double longest, Objective objective,
            @Between(min = 1, max = 10_000) int negatives, @Seldom @Between(min = 0, max = 1) double popular, @Seldom boolean crop,
            @Between(min = 0, max = 1000) int patience, @Seldom @Between(min = 0, max = 10_000) int stopAt, Processor processor, @Seldom @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed,
            @Picks(value = Picks.What.COLUMN, port = USERS) List<String> userColumns, @Seldom @Between(min = 2, max = 10_000) int userValues,
            @Seldom @Between(min = 0, max = 1) double userDropout) {
        public Setup {
            Settings.check(Setup.class, width, hidden, length, halfLife, temperature, epochs, batch, rate, dropout, decay, longest, objective, negatives,
                    popular, crop, patience, stopAt, processor, seed, userColumns, userValues, userDropout);
            userColumns = List.copyOf(userColumns);
        }
    }

    @Override public String id() {
        return ID;
    }

    @Override public Setup defaults() {
        return new Setup(64, 128, 50, 10, 0.1, 50, 128, 0.002, 0.1, 0, 5, Objective.SOFTMAX, 512, 0.5, true, 5, 0, Processor.AUTO, 1, List.of(), 100, 0.2);
    }

    @Override public List<Port> inputs() {
        return Stream.concat(super.inputs().stream(), Stream.of(Port.maybe(USERS, PortType.TABLE))).toList();
    }

    @Override @Nullable Customers customers(Setup s, Values in, Split split, Context context) {
        return in.find(USERS, TableValue.class).map(t -> CustomerTable.of(t.table(), split.train(), new CustomerTable.Choice(s.userColumns(), s.userValues()), context)).orElse(null);
    }

    @Override Questions questions(Setup s, Given given) {
        return given.users() == null ? super.questions(s, given) : new OfCustomers(given.users(), s.userDropout());
    }

    @Override Plan plan(Setup s) {
        return new Plan(s.epochs(), s.rate(), s.decay(), s.longest(), s.patience(), s.stopAt(), s.processor(), s.seed());
    }

    @Override SequenceLesson.Way way(Setup s) {
        return new SequenceLesson.Way(s.batch(), s.crop(), s.objective(), s.negatives(), s.popular());
    }

    @Override int length(Setup s) {
        return s.length();
    }

    @Override Map<String, String> shape(Setup s, Given given) {
        var shape = new HashMap<>(Map.of("width", Integer.toString(s.width()), "hidden", Integer.toString(s.hidden()), "length", Integer.toString(s.length()),
                "half-life", Double.toString(s.halfLife()), "temperature", Double.toString(s.temperature())));
        if (given.users() != null) shape.putAll(given.users().shape());
        return shape;
    }

    @Override Network start(Setup s, NDManager manager, Given given, SplittableRandom random) {
        var size = new Towers.Size(s.width(), s.hidden(), s.length(), s.halfLife(), s.temperature(), given.users() == null ? 0 : given.users().columns().size());
        return Towers.start(size, manager, given.taught(), given.text(), given.users(), s.dropout(), random);
    }

    @Override Reader reader(Map<String, String> shape, Map<String, float[]> learned) {
        return new TowerReader(new Towers.Size(number(shape, "width"), number(shape, "hidden"), number(shape, "length"), Double.parseDouble(shape.get("half-life")),
                Double.parseDouble(shape.get("temperature")), Customers.columns(shape)), learned);
    }

    @Override long weights(Setup s, long items) {
        return (items + 4L * s.hidden()) * s.width();
    }

    @Override long place(Setup s) {
        return 8L * s.width() + 4L * s.hidden();
    }
}
