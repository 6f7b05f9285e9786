package io.vientro.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Another log, of which a subclass changes or watches some of the calls. */
public abstract class ForwardingEventLog implements EventLog {
  private final EventLog log;

  /**
   * @param log takes all calls, and is closed with this one
   */
  protected ForwardingEventLog(EventLog log) {
    this.log = log;
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
