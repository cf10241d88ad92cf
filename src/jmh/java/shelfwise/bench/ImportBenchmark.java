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
import shelfwise.ingest.ImportResult;

/** A gzipped CSV of 541,909 rows into the store of a new project, everything detected. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1) @Warmup(iterations = 2) @Measurement(iterations = 5)
@State(Scope.Benchmark)
public class ImportBenchmark {
    private TemporaryProject project;

    @Setup(Level.Iteration)
    public void makeProject() {
        project = TemporaryProject.make();
    }

    @TearDown(Level.Iteration)
    public void deleteProject() {
        project.close();
    }

    @Benchmark
    public ImportResult orders() {
        return project.workspace().imports().importFile(TemporaryProject.ORDERS, ImportOptions.DETECT, Progress.NONE);
    }
}
