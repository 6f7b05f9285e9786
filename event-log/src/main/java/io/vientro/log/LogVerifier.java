package io.vientro.log;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from its first event to its last one and checks it: positions without holes, hashes,
 * keys, and the histories of the aggregates, each from 0 without a gap. It cannot tell whether
 * events at the very end were cut off, or all were written anew: for that, compare size and running
 * hash with those noted elsewhere before.
 */
public final class LogVerifier {
  private static final int BATCH = 500;

  private LogVerifier() {}

  /**
   * Checks the log as far as it reached when the check came to its end.
   *
   * @throws LogUnavailableException if the store cannot be reached
   */
  public static LogVerification verify(EventLog log) {
    return verify(log, position -> {});
  }

  /**
   * Likewise.
   *
   * @param progress hears the next position to be checked, from time to time
   */
  public static LogVerification verify(EventLog log, LongConsumer progress) {
    LogReader reader = log.reader(0);
    Map<String, Long> nextSequence = new HashMap<>();
    byte[] running = EventHasher.genesis();
    long size = 0;
    LogVerification.@Nullable Finding finding = null;
    try {
      for (List<StoredEvent> some = reader.next(BATCH);
          !some.isEmpty();
          some = reader.next(BATCH)) {
        for (StoredEvent stored : some) {
          checkSequence(nextSequence, stored);
          running = EventHasher.running(running, EventHasher.leaf(stored));
          size++;
        }
        progress.accept(size);
      }
      if (log.nextPosition() < size) {
        throw new LogCorruptedException(log.nextPosition(), "the log became shorter");
      }
    } catch (LogCorruptedException e) {
      finding = new LogVerification.Finding(e.position(), e.getMessage());
    }
    return new LogVerification(size, HexFormat.of().formatHex(running), finding);
  }

  private static void checkSequence(Map<String, Long> nextSequence, StoredEvent stored) {
    NewEvent event = stored.event();
    long expected = nextSequence.getOrDefault(event.aggregate(), 0L);
    if (event.sequence() != expected) {
      throw new LogCorruptedException(
          stored.position(),
          "%s continues with %d instead of %d"
              .formatted(event.aggregate(), event.sequence(), expected));
    }
    nextSequence.put(event.aggregate(), expected + 1);
  }
}
