package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Model;
import shelfwise.data.Table;
import shelfwise.data.TableValue;

/** Operators on columns of whole numbers, small enough to follow by hand. Each notes in {@code ran} which node it ran for. */
final class ToyOperators {
    final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    /** Called by {@code toy.call}. */
    @Nullable Runnable call;
    /** Called by {@code toy.call} with the node and its progress. */
    @Nullable BiConsumer<String, Progress> work;
    /** Bytes that {@code toy.call} says it needs. */
    long memory;

    OperatorCatalogue catalogue() {
        return new OperatorCatalogue(List.of(new Numbers(), new Add(), new Sign(), new Total(), new Call(), new Train(), new EveryKind()));
    }

    static Table numbers(long... values) {
        return Bundle.longs(values);
    }

    static long[] values(Table table) {
        return new Bundle(Map.of(), Map.of("value", table)).longs("value");
    }

    private static Table input(Values in, String port) {
        return in.one(port, TableValue.class).table();
    }

    private static Values output(LongStream values) {
        return Values.of("table", new TableValue(numbers(values.toArray())));
    }

    /** Reads an asset. */
    final class Numbers implements Operator.Source<Numbers.Setup> {
        record Setup(@Picks(Picks.What.ASSET) String asset) { }

        @Override public String id() {
            return "toy.numbers";
        }

        @Override public int version() {
            return 1;
        }

        @Override public Setup defaults() {
            return new Setup("orders");
        }

        @Override public List<Port> inputs() {
            return List.of();
        }

        @Override public List<Port> outputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            return Values.of("table", new TableValue(context.assets().read(settings.asset(), 0)));
        }

        @Override public String fingerprint(Setup settings, Context context) {
            return context.assets().read(settings.asset(), 0).hash();
        }
    }

    /** From one table to one. */
    abstract class Step<S extends Record> implements Operator.Transform<S> {
        @Override public int version() {
            return 2;
        }

        @Override public List<Port> inputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public List<Port> outputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }
    }

    /** Adds an amount to the values of a column. */
    final class Add extends Step<Add.Setup> {
        record Setup(@Between(min = 0, max = 1000) int amount, @Picks(Picks.What.COLUMN) String column) {
            Setup {
                Settings.check(Setup.class, amount, column);
                if (amount == 13) throw new IllegalArgumentException("amount must not be 13");
            }
        }

        @Override public String id() {
            return "toy.add";
        }

        @Override public Setup defaults() {
            return new Setup(1, "value");
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            Table table = input(in, "table");
            table.schema().index(settings.column());
            return output(LongStream.of(values(table)).map(v -> v + settings.amount()));
        }
    }

    /** Gives 1 for each positive value, 0 for 0 and -1 for the others. */
    final class Sign extends Step<Sign.Setup> {
        record Setup() { }

        @Override public String id() {
            return "toy.sign";
        }

        @Override public Setup defaults() {
            return new Setup();
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            return output(LongStream.of(values(input(in, "table"))).map(Long::signum));
        }
    }

    /** The sum of each of its tables, in the order of their links. */
    final class Total implements Operator.Transform<Total.Setup> {
        record Setup() { }

        @Override public String id() {
            return "toy.total";
        }

        @Override public int version() {
            return 1;
        }

        @Override public Setup defaults() {
            return new Setup();
        }

        @Override public List<Port> inputs() {
            return List.of(Port.several("tables", PortType.TABLE), Port.maybe("model", PortType.MODEL));
        }

        @Override public List<Port> outputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            return output(in.all("tables", TableValue.class).stream().mapToLong(t -> LongStream.of(values(t.table())).sum()));
        }
    }

    /** Hands on its table after calling {@link ToyOperators#call}. */
    final class Call extends Step<Call.Setup> {
        record Setup() { }

        @Override public long memory(Setup settings, Volumes in) {
            return memory;
        }

        @Override public String id() {
            return "toy.call";
        }

        @Override public Setup defaults() {
            return new Setup();
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            context.progress().at(1, 2);
            Runnable now = call;
            if (now != null) now.run();
            BiConsumer<String, Progress> working = work;
            if (working != null) working.accept(context.node(), context.progress());
            context.progress().at(2, 2);
            return Values.of("table", in.one("table", TableValue.class));
        }
    }

    /** Learns the sum of a table. */
    record Sum(String name, long sum) implements Model {
        @Override public String hash() {
            return toBundle().hash();
        }

        @Override public Bundle toBundle() {
            return new Bundle(Map.of("name", name, "sum", Long.toString(sum)), Map.of());
        }
    }

    final class Train implements Operator.Fit<Train.Setup> {
        record Setup() { }

        @Override public String id() {
            return "toy.train";
        }

        @Override public int version() {
            return 1;
        }

        @Override public Setup defaults() {
            return new Setup();
        }

        @Override public List<Port> inputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public List<Port> outputs() {
            return List.of(Port.one("model", PortType.MODEL));
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            return Values.of("model", new Sum(context.node(), LongStream.of(values(input(in, "table"))).sum()));
        }

        @Override public Model restore(Bundle bundle, Operator.Restorer others) {
            return new Sum(bundle.fact("name"), Long.parseLong(bundle.fact("sum")));
        }
    }

    enum Colour { RED, DARK_BLUE }

    record Row(String word, @Between(min = -5, max = 5) double weight, Colour colour) {
        Row {
            Settings.check(Row.class, word, weight, colour);
        }
    }

    /** One setting of each kind; does nothing. */
    final class EveryKind extends Step<EveryKind.Setup> {
        record Setup(@Between(min = 1, max = 10_000, unit = "unit.days") int whole, @Between(min = -1e15, max = 1e15) long large,
                @Between(min = 0, max = 1) double decimal, boolean flag, String text, Colour choice, List<String> texts,
                @Between(min = 1, max = 100) List<Integer> numbers, List<Colour> choices, List<Row> rows) {
            Setup {
                Settings.check(Setup.class, whole, large, decimal, flag, text, choice, texts, numbers, choices, rows);
                if (flag && text.isEmpty()) throw new IllegalArgumentException("text must not be empty where flag is set");
                if (text.equals("problem")) throw Problem.of("toy.refused", "text").asException();
                texts = List.copyOf(texts);
                numbers = List.copyOf(numbers);
                choices = List.copyOf(choices);
                rows = List.copyOf(rows);
            }
        }

        @Override public String id() {
            return "toy.every-kind";
        }

        @Override public Setup defaults() {
            return new Setup(7, 5_000_000_000L, 0.25, false, "", Colour.RED, List.of("a", "b"), List.of(5, 10), List.of(), List.of(new Row("x", 1, Colour.DARK_BLUE)));
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            ran.add(context.node());
            return Values.of("table", in.one("table", TableValue.class));
        }
    }
}
