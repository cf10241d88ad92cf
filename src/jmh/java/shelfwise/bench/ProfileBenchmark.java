package shelfwise.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
import shelfwise.profile.Profile;

/** The profile of 541,909 rows of orders, read from the store. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1) @Warmup(iterations = 2) @Measurement(iterations = 5)
@State(Scope.Benchmark)
public class ProfileBenchmark {
    private TemporaryProject project;
    private String asset;

    @Setup(Level.Trial)
    public void importOrders() {
        project = TemporaryProject.make();
        asset = project.workspace().imports().importFile(TemporaryProject.ORDERS, ImportOptions.DETECT, Progress.NONE).asset();
    }

    @TearDown(Level.Trial)
    public void deleteProject() {
        project.close();
    }

    @Benchmark
    public Profile orders() {
        return project.workspace().quality().again(asset, 0, Progress.NONE);
    }
}
