package shelfwise.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import shelfwise.base.Progress;
import shelfwise.data.Lists;
import shelfwise.data.Split;
import shelfwise.model.RankLists;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;

/** Twenty million pairs ({@link Synthetic}): training, and then the top-10 lists of all 138,493 users. Needs 6 GB and some minutes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g") @Warmup(iterations = 0) @Measurement(iterations = 1)
@State(Scope.Benchmark)
public class LargeBenchmark {
    @Param({"ITEM_KNN_100", "ALS"})
    private Fitting model;
    private Split split;

    /** A model trained before the clock starts. */
    @State(Scope.Benchmark)
    public static class Trained {
        private Recommender recommender;

        @Setup(Level.Trial)
        public void train(LargeBenchmark benchmark) {
            recommender = benchmark.model.fit(benchmark.split);
        }
    }

    @Setup(Level.Trial)
    public void draw() {
        split = Synthetic.all();
    }

    @Benchmark
    public Recommender fit() {
        return model.fit(split);
    }

    @Benchmark
    public Lists topTen(Trained trained) {
        return RankLists.lists(trained.recommender, null, new RankLists.Setup(10, true, 0), Workers.all(), Progress.NONE);
    }
}
