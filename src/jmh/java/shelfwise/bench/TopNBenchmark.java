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
import shelfwise.model.MovieLens;
import shelfwise.model.RankLists;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;

/** The top-10 lists of all 6,040 users of MovieLens-1M, seen items left out. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g") @Warmup(iterations = 3) @Measurement(iterations = 7)
@State(Scope.Benchmark)
public class TopNBenchmark {
    @Param({"POPULARITY", "ITEM_KNN", "ITEM_KNN_100", "USER_KNN", "ALS"})
    private Fitting model;
    private Recommender trained;

    @Setup(Level.Trial)
    public void train() {
        trained = model.fit(MovieLens.lastOut());
    }

    @Benchmark
    public Lists allUsers() {
        return RankLists.lists(trained, null, new RankLists.Setup(10, true, 0), Workers.all(), Progress.NONE);
    }
}
