package io.vientro.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.LogBusyException;
import io.vientro.log.LogReader;
import io.vientro.log.LogStatistics;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.SequenceConflictException;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The log with its appends measured: how long each took, and what came of it. */
final class MeasuredLog implements EventLog {
  private static final String APPEND = "vientro.log.append";

  private final MongoEventLog log;
  private final MeterRegistry registry;

  /**
   * @param log is closed with this one
   */
  MeasuredLog(MongoEventLog log, MeterRegistry registry) {
    this.log = log;
    this.registry = registry;
    Gauge.builder("vientro.log.queue", log, l -> l.statistics().queuedCommits())
        .description("commits that wait for their turn to be written")
        .register(registry);
    Gauge.builder("vientro.log.block.commits", log, l -> commitsPerBlock(l.statistics()))
        .description("commits that shared a block, on average since the start")
        .register(registry);
    counter("vientro.log.blocks", "blocks written", LogStatistics::blocks);
    counter("vientro.log.commits", "commits written", LogStatistics::commits);
    counter(
        "vientro.log.races.lost",
        "inserts whose position another process had taken",
        LogStatistics::racesLost);
    counter(
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

  private void counter(String name, String description, ToDoubleFunction<LogStatistics> value) {
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
      var appended = log.append(commit);
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

  @Override
  public Optional<StoredCommit> commit(String commitId) {
    return log.commit(commitId);
  }

  @Override
  public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
    return log.aggregate(aggregate, fromSequence, limit);
  }

  @Override
  public Set<String> moved(Map<String, Long> next) {
    return log.moved(next);
  }

  @Override
  public LogReader reader(long fromPosition) {
    return log.reader(fromPosition);
  }

  @Override
  public long nextPosition() {
    return log.nextPosition();
  }

  @Override
  public AutoCloseable onAppend(Runnable bell) {
    return log.onAppend(bell);
  }

  @Override
  public void close() {
    log.close();
  }
}
