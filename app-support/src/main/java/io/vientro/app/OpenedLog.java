package io.vientro.app;

import io.vientro.core.log.LogMode;
import io.vientro.core.log.LogOpened;
import io.vientro.log.EventLog;
import io.vientro.store.EventCodec;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The log as its first event opened it.
 *
 * @param opening the first event
 */
public record OpenedLog(LogOpened opening) {
  private static final Duration PAUSE = Duration.ofMillis(200);

  public LogMode mode() {
    return opening.mode();
  }

  /**
   * Waits for the command side to open the log: the query side never writes to it.
   *
   * @throws StartRefusedException if it is for something else, or nobody opens it in time
   */
  static OpenedLog await(EventLog log, EventCodec codec, LogMode asked, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (true) {
      var first = LogOpening.first(log, codec);
      if (first.isPresent()) {
        LogOpening.check(first.get().mode(), asked);
        return new OpenedLog(first.get());
      }
      if (System.nanoTime() > until) {
        throw new StartRefusedException("the log is empty: start command-app, which opens it");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
