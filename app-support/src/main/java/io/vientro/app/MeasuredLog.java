package io.vientro.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.ForwardingEventLog;
import io.vientro.log.LogBusyException;
import io.vientro.log.LogStatistics;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.SequenceConflictException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The log with its appends measured: how long each took, and what came of it. */
final class MeasuredLog extends ForwardingEventLog {
  private static final String APPEND = "vientro.log.append";

  private final MeterRegistry registry;

  /**
   * @param log is closed with this one
   */
  MeasuredLog(MongoEventLog log, MeterRegistry registry) {
    super(log);
    this.registry = registry;
    Gauge.builder("vientro.log.queue", log, l -> l.statistics().queuedCommits())
        .description("commits that wait for their turn to be written")
        .register(registry);
    Gauge.builder("vientro.log.block.commits", log, l -> commitsPerBlock(l.statistics()))
        .description("commits that shared a block, on average since the start")
        .register(registry);
    counter(log, registry, "vientro.log.blocks", "blocks written", LogStatistics::blocks);
    counter(log, registry, "vientro.log.commits", "commits written", LogStatistics::commits);
    counter(
        log,
        registry,
        "vientro.log.races.lost",
        "inserts whose position another process had taken",
        LogStatistics::racesLost);
    counter(
        log,
        registry,
        "vientro.log.failures",
        "inserts that the store failed or left unanswered",
        LogStatistics::failures);
    FunctionTimer.builder(
            "vientro.log.insert",
            log,
            l -> l.statistics().blocks(),
            l -> l.statistics().insertNanos(),
            TimeUnit.NANOSECONDS)
        .description("one block's insert into the store")
        .register(registry);
  }

  private static void counter(
      MongoEventLog log,
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<LogStatistics> value) {
    FunctionCounter.builder(name, log, l -> value.applyAsDouble(l.statistics()))
        .description(description)
        .register(registry);
  }

  private static double commitsPerBlock(LogStatistics statistics) {
    return statistics.blocks() == 0 ? 0 : (double) statistics.commits() / statistics.blocks();
  }

  @Override
  public Appended append(Commit commit) {
    var sample = Timer.start(registry);
    var outcome = "failed";
    try {
      var appended = super.append(commit);
      outcome = appended.repeated() ? "repeated" : "appended";
      return appended;
    } catch (SequenceConflictException e) {
      outcome = "conflict";
      throw e;
    } catch (LogBusyException e) {
      outcome = "busy";
      throw e;
    } catch (LogUnavailableException e) {
      outcome = "unavailable";
      throw e;
    } finally {
      sample.stop(
          Timer.builder(APPEND)
              .description("from the wish to append until its outcome is known")
              .tag("outcome", outcome)
              .register(registry));
    }
  }
}
