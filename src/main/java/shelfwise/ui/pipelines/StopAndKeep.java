package shelfwise.ui.pipelines;

import java.util.Optional;
import shelfwise.data.LearningCurve;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;

/**
 * Ends a training that is under way and keeps the best so far: the step is set to end after the epoch it has gone through, and goes on from
 * what the cancelled run kept. So the settings tell what the model is, and the same comes of them again. An edit like any other: it can be undone.
 */
final class StopAndKeep {
    private final PipelinesViewModel model;
    private final OperatorCatalogue operators;

    StopAndKeep(PipelinesViewModel model, OperatorCatalogue operators) {
        this.model = model;
        this.operators = operators;
    }

    /** Whether {@code node} is being trained, as it is set now, and can be ended early; it may be too early for that. */
    boolean trains(String node) {
        return node(node).filter(n -> model.states().live(node) && model.states().of(node) instanceof NodeEvent.Running && operators.endingAfter(n, 1).isPresent()).isPresent();
    }

    /** The epoch after which it would end now; 0 before the first has ended, and while fields hold what no setting can be made of. */
    int epoch(String node) {
        return trains(node) && model.drafts().isEmpty() && model.states().of(node) instanceof NodeEvent.Running r ? new LearningCurve(r.curve(), 0, false).last() : 0;
    }

    /** The step of the pipeline shown that {@link #trains}. */
    Optional<String> training() {
        Pipeline now = model.pipeline().get();
        return now == null ? Optional.empty() : now.nodes().stream().map(Node::id).filter(this::trains).findFirst();
    }

    /** Nothing where there is no such epoch. */
    void stop(String node) {
        int epoch = epoch(node);
        if (epoch > 0) node(node).flatMap(n -> operators.endingAfter(n, epoch)).ifPresent(settings -> {
            model.set(node, settings, "");
            model.runAnew();
        });
    }

    private Optional<Node> node(String id) {
        Pipeline now = model.pipeline().get();
        return now == null ? Optional.empty() : now.find(id);
    }
}
