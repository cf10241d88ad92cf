package shelfwise.bench;

import shelfwise.data.Split;
import shelfwise.model.FitPopularity;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.factor.FitAls;
import shelfwise.model.factor.FitBpr;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.model.knn.FitUserKnn;
import shelfwise.model.knn.Measure;
import shelfwise.model.linear.FitEase;
import shelfwise.model.linear.FitSlim;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Models with their usual settings (item-kNN also with 100 neighbours), by a name for the benchmarks' parameter. */
public enum Fitting {
    POPULARITY, ITEM_KNN, ITEM_KNN_100, USER_KNN, ALS, BPR, EASE, SLIM;

    Recommender fit(Split split) {
        return switch (this) {
            case POPULARITY -> fit(new FitPopularity(), split);
            case ITEM_KNN -> fit(new FitItemKnn(), split);
            // The history votes, as in the library implicit: an item of everybody is then in 100 lists at most, not in those of all it is near to.
            case ITEM_KNN_100 -> fit(new FitItemKnn(), new FitItemKnn.Setup(100, Measure.COSINE, 0, FitItemKnn.Direction.HISTORY, Weights.BINARY), split);
            case USER_KNN -> fit(new FitUserKnn(), split);
            case ALS -> fit(new FitAls(), split);
            case BPR -> fit(new FitBpr(), split);
            case EASE -> fit(new FitEase(), split);
            case SLIM -> fit(new FitSlim(), split);
        };
    }

    private <S extends Record> Recommender fit(Operator.Fit<S> operator, Split split) {
        return fit(operator, operator.defaults(), split);
    }

    private <S extends Record> Recommender fit(Operator.Fit<S> operator, S settings, Split split) {
        return operator.run(settings, Values.of("split", split), Tiny.context(name())).one("model", Recommender.class);
    }
}
