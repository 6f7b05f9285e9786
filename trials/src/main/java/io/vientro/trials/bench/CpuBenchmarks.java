package io.vientro.trials.bench;

import io.vientro.log.Block;
import io.vientro.log.BlockDocument;
import io.vientro.log.EventHasher;
import io.vientro.log.StoredEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What only the processor limits: hashing an event, encoding and decoding a block of 64. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CpuBenchmarks {
  private final Block block = new ReadyBlocks(new Creates(5)::next).next(Appenders.TOGETHER);
  private final StoredEvent event = block.events().getFirst();
  private final byte[] leaf = EventHasher.leaf(event);
  private final Document document = BlockDocument.encode(block);

  /** The leaf hash of one event. */
  @Benchmark
  public byte[] leafHash() {
    return EventHasher.leaf(event);
  }

  /** The running hash after one event, given its leaf. */
  @Benchmark
  public byte[] runningHash() {
    return EventHasher.running(block.prev(), leaf);
  }

  /** All hashes of a block, as every reader checks them. */
  @Benchmark
  public Block checkBlock() {
    block.check(block.prev());
    return block;
  }

  /** A block to the driver's document. */
  @Benchmark
  public Document encodeBlock() {
    return BlockDocument.encode(block);
  }

  /** The driver's document to a block. */
  @Benchmark
  public Block decodeBlock() {
    return BlockDocument.decode(document);
  }

  /** Runs them in one fork, briefly, and prints microseconds per operation. */
  static void run(PrintStream out) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(CpuBenchmarks.class.getName().replace(".", "\\."))
            .forks(1)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH's own warnings
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    out.println("| Operation | µs | ± |");
    out.println("|---|---|---|");
    for (RunResult result : new Runner(options).run()) {
      var primary = result.getPrimaryResult();
      out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f |%n",
          primary.getLabel(),
          primary.getScore(),
          primary.getScoreError());
    }
  }
}
