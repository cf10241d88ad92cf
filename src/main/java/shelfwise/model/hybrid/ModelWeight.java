package shelfwise.model.hybrid;

import java.util.HashSet;
import java.util.List;
import shelfwise.base.Problem;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * How much one of the linked models counts.
 *
 * @param model  its name, that of the step that trained it
 * @param weight 1 for models that are not named; 0 leaves it out
 */
public record ModelWeight(@Picks(value = Picks.What.MODEL, port = "model") String model, @Between(min = 0, max = 1000) double weight) {
    public ModelWeight {
        Settings.check(ModelWeight.class, model, weight);
    }

    /**
     * The weight of each model.
     *
     * @throws shelfwise.base.ProblemException if a row names no linked model, or one twice, or if all weights are 0
     */
    static double[] of(String node, List<ModelWeight> weights, List<Recommender> models) {
        var named = new HashSet<String>();
        for (ModelWeight w : weights) {
            place(node, w.model(), models);
            if (!named.add(w.model())) throw Problem.of("hybrid.model-twice", node, w.model()).asException();
        }
        double[] each = models.stream().mapToDouble(m -> weights.stream().filter(w -> w.model().equals(m.name())).mapToDouble(ModelWeight::weight).findFirst().orElse(1)).toArray();
        for (double w : each) if (w > 0) return each;
        throw Problem.of("hybrid.no-weight", node).asException();
    }

    /** The place of the model of this name. @throws shelfwise.base.ProblemException if none of the linked models has it */
    static int place(String node, String name, List<Recommender> models) {
        for (int k = 0; k < models.size(); k++) if (models.get(k).name().equals(name)) return k;
        throw Problem.of("hybrid.no-such-model", node, name, models.stream().map(Recommender::name).toList()).asException();
    }
}
