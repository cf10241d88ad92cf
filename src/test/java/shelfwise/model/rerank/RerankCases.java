package shelfwise.model.rerank;

import java.util.List;
import java.util.stream.Stream;
import shelfwise.model.ModelCase;
import shelfwise.model.rerank.Rule.Act;
import shelfwise.model.rerank.Rule.Scope;

/** Reranking with settings other than its defaults. */
public final class RerankCases {
    private RerankCases() { }

    public static Stream<ModelCase<?>> all() {
        var rules = List.of(new Rule(Act.BOOST, Scope.CATEGORY, "lamp", 2), new Rule(Act.BURY, Scope.ITEM, "i3", 3), new Rule(Act.BLOCK, Scope.ITEM, "i5", 0),
                new Rule(Act.CAP, Scope.EVERYTHING, "", 2), new Rule(Act.PRICE_FROM, Scope.EVERYTHING, "", 2), new Rule(Act.USUAL_PRICE, Scope.EVERYTHING, "", 0.6),
                new Rule(Act.NOT_AGAIN, Scope.CATEGORY, "mug", 1e-6));
        return Stream.of(
                new ModelCase<>(new FitDiversity(), new FitDiversity.Setup(0.6, FitDiversity.By.VECTORS, 4, 8, false)),
                new ModelCase<>(new FitDiversity(), new FitDiversity.Setup(0.4, FitDiversity.By.CATEGORY, 30, 30, true)),
                new ModelCase<>(new FitDiversity(), new FitDiversity.Setup(0.4, FitDiversity.By.MODEL, 5, 9, true)),
                new ModelCase<>(new FitXquad(), new FitXquad.Setup(1, 30, 12, false)),
                new ModelCase<>(new FitCalibration(), new FitCalibration.Setup(0.9, 6, 12, false)),
                new ModelCase<>(new FitRules(), new FitRules.Setup(rules, "", 12, false)),
                new ModelCase<>(new FitRules(), new FitRules.Setup(rules, "", 5, true)));
    }
}
