package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shelfwise.base.Messages;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pairings;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.ui.kit.Fuzzy;

/** Finds operators by name, id or help in either language, those first that are likely here. */
final class OperatorSearch {
    /** What a new step is to be linked to. @param operator of that step @param input whether its port is an input */
    record Wish(String operator, PortType type, boolean input) { }

    private final OperatorCatalogue operators;
    private final Map<String, String> names = new HashMap<>(), helps = new HashMap<>();
    private Pairings pairings = Pairings.of(List.of());

    OperatorSearch(OperatorCatalogue operators) {
        this.operators = operators;
        List<Messages> languages = Messages.LANGUAGES.stream().map(Messages::in).toList();
        for (Operator<?> o : operators.all()) {
            names.put(o.id(), languages.stream().map(m -> m.find("op." + o.id() + ".name").orElse("")).collect(Collectors.joining(" ")) + " " + o.id());
            helps.put(o.id(), languages.stream().map(m -> m.find("op." + o.id() + ".help").orElse("")).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT));
        }
    }

    void learn(Pairings now) {
        pairings = now;
    }

    /** @param wish empty: any operator */
    List<Operator<?>> find(String wanted, Optional<Wish> wish) {
        List<Operator<?>> fitting = operators.all().stream().filter(o -> wish.isEmpty() || port(o, wish.get()).isPresent()).toList();
        List<Operator<?>> likely = wish.map(w -> pairings.nextTo(w.operator(), w.input(), fitting)).orElseGet(() -> pairings.mostUsed(fitting));
        if (wanted.isBlank()) return likely;
        var found = new LinkedHashSet<Operator<?>>(Fuzzy.search(likely, o -> names.getOrDefault(o.id(), o.id()), wanted));
        String words = wanted.toLowerCase(Locale.ROOT);
        likely.stream().filter(o -> helps.getOrDefault(o.id(), "").contains(words)).forEach(found::add);
        return List.copyOf(found);
    }

    /** The port of {@code operator} that is to be linked. */
    static Optional<Port> port(Operator<?> operator, Wish wish) {
        return (wish.input() ? operator.outputs() : operator.inputs()).stream().filter(p -> p.type() == wish.type()).findFirst();
    }
}
