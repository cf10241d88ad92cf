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
import shelfwise.data.Split;
import shelfwise.model.MovieLens;
import shelfwise.model.Recommender;

/** Training on MovieLens-1M (993,571 pairs) with the usual settings. User-kNN is not here: it trains nothing. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g") @Warmup(iterations = 2) @Measurement(iterations = 5)
@State(Scope.Benchmark)
public class FitBenchmark {
    @Param({"POPULARITY", "ITEM_KNN", "ITEM_KNN_100", "ALS", "BPR", "EASE", "SLIM"})
    private Fitting model;
    private Split split;

    @Setup(Level.Trial)
    public void read() {
        split = MovieLens.lastOut();
    }

    @Benchmark
    public Recommender fit() {
        return model.fit(split);
    }
}
