package io.vientro.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.LogBusyException;
import io.vientro.log.LogReader;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.SequenceConflictException;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
