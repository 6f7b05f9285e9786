package io.vientro.store;

import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.LogReader;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what is given out of aggregates' histories. */
public final class CountingLog implements EventLog {
  private final EventLog log;
  private long given;

  public CountingLog(EventLog log) {
    this.log = log;
  }

  /** Events of aggregates given out so far. */
  public long given() {
    return given;
  }

  @Override
  public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
    var events = log.aggregate(aggregate, fromSequence, limit);
    given += events.size();
    return events;
  }

  @Override
  public Appended append(Commit commit) {
    return log.append(commit);
  }

  @Override
  public Optional<StoredCommit> commit(String commitId) {
    return log.commit(commitId);
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
