package shelfwise.bench;

import shelfwise.data.Split;
import shelfwise.model.FitPopularity;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.factor.FitAls;
import shelfwise.model.factor.FitBpr;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.model.knn.FitUserKnn;
import shelfwise.model.linear.FitEase;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Models with their usual settings, by a name for the benchmarks' parameter. */
public enum Fitting {
    POPULARITY, ITEM_KNN, USER_KNN, ALS, BPR, EASE;

    Recommender fit(Split split) {
        return switch (this) {
            case POPULARITY -> fit(new FitPopularity(), split);
            case ITEM_KNN -> fit(new FitItemKnn(), split);
            case USER_KNN -> fit(new FitUserKnn(), split);
            case ALS -> fit(new FitAls(), split);
            case BPR -> fit(new FitBpr(), split);
            case EASE -> fit(new FitEase(), split);
        };
    }

    private <S extends Record> Recommender fit(Operator.Fit<S> operator, Split split) {
        return operator.run(operator.defaults(), Values.of("split", split), Tiny.context(name())).one("model", Recommender.class);
    }
}
