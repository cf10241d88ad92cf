package shelfwise.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The memory that one run has taken from the budget: for its running steps, and for the values it holds for steps to come. */
final class Held implements AutoCloseable {
    private final MemoryBudget budget;
    private final Map<String, Long> steps = new HashMap<>();
    private final Map<Kept, Long> values = new HashMap<>();

    Held(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Takes what a step needs, with those of its inputs that are still to be read from the store. */
    boolean take(NodeWork.Prepared step, boolean alone) {
        List<Kept> toRead = inputs(step).filter(k -> !values.containsKey(k)).distinct().toList();
        long reading = toRead.stream().mapToLong(Held::bytes).sum();
        if (!budget.take(step.bytes() + reading, alone)) return false;
        steps.put(step.node().id(), step.bytes());
        toRead.forEach(k -> values.put(k, bytes(k)));
        return true;
    }

    private static Stream<Kept> inputs(NodeWork.Prepared step) {
        return step.inputs().values().stream().flatMap(List::stream);
    }

    /** Tables are read chunk by chunk and never held. */
    private static long bytes(Kept value) {
        return value.port().type() == PortType.TABLE ? 0 : value.volume().bytes();
    }

    /** Gives back what the step took; its inputs are still held. */
    void give(NodeWork.Prepared step) {
        Long taken = steps.remove(step.node().id());
        if (taken != null) budget.give(taken);
    }

    /** Values that a step made and others will read: they are there, whether the budget has room or not. */
    void hold(List<Kept> made) {
        for (Kept k : made) {
            if (!k.isHeld()) continue;
            values.put(k, bytes(k));
            budget.take(bytes(k), true);
        }
    }

    /** Lets go of a value that nobody reads any more. */
    void letGo(Kept value) {
        value.letGo();
        Long taken = values.remove(value);
        if (taken != null) budget.give(taken);
    }

    @Override public void close() {
        steps.values().forEach(budget::give);
        values.values().forEach(budget::give);
    }
}
