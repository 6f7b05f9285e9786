package io.vientro.trials.bench;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.Explanation;
import io.vientro.core.calendar.WorkingCalendar;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One due date: derived, explained, and found by the plain loop over days. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LimitBenchmarks {
  private static final int COUNTS = 1 << 12;

  private final WorkingCalendar calendar = new WorkingCalendar(LimitSamples.NOTICES);
  private final DayLoop loop = new DayLoop(LimitSamples.NOTICES);
  private Count[] counts = new Count[0];
  private int next;

  @Param public LimitSamples.Term term = LimitSamples.Term.DAYS_20;

  /** Many starts, so that no one of them is learnt by heart. */
  @Setup
  public void counts() {
    counts = LimitSamples.of(term, COUNTS, 5);
  }

  private Count next() {
    next = (next + 1) % COUNTS;
    return counts[next];
  }

  /** When it ends. */
  @Benchmark
  public DueDate derive() {
    return calendar.due(next());
  }

  /** When it ends, and each step to it. */
  @Benchmark
  public Explanation explain() {
    return calendar.explain(next());
  }

  /** When it ends, by walking. */
  @Benchmark
  public DueDate loop() {
    return loop.due(next());
  }

  /**
   * Runs them in one fork.
   *
   * @param figures gets microseconds under {@link #name}
   * @param quick so briefly that the figures mean nothing
   */
  static void run(Figures figures, boolean quick) throws RunnerException {
    var time = quick ? TimeValue.milliseconds(50) : TimeValue.seconds(1);
    var options =
        new OptionsBuilder()
            .include(LimitBenchmarks.class.getName().replace(".", "\\."))
            .forks(1)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH's own warnings
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(time)
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(time)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      var primary = result.getPrimaryResult();
      var term = LimitSamples.Term.valueOf(result.getParams().getParam("term"));
      figures.add(name(primary.getLabel(), term), primary.getScore());
    }
  }

  /** The name of a figure. */
  static String name(String what, LimitSamples.Term term) {
    return what + ", " + term.shown + ", µs";
  }
}
