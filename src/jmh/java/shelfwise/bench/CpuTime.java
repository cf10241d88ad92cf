package shelfwise.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells the processor time of the whole process, garbage collector and compiler included, in seconds for each operation. On a machine with
 * other work it says more than the clock.
 */
public final class CpuTime implements InternalProfiler {
    private static final double NANOS = 1e9;
    private long start;

    private static long nanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = nanos();
    }

    @Override public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double each = (nanos() - start) / NANOS / Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult("cpu", each, "s/op", AggregationPolicy.AVG));
    }

    @Override public String getDescription() {
        return "processor time of the process";
    }
}
