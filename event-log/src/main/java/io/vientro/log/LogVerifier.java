package io.vientro.log;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from its first event to its last one and checks it: positions without holes, hashes,
 * keys, and the histories of the aggregates, each from 0 without a gap. It cannot tell whether
 * events at the very end were cut off, or all were written anew: for that, compare size and running
 * hash with those noted elsewhere before.
 */
public final class LogVerifier {

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
    return verify(log.reader(0), log::nextPosition, progress, event -> {});
  }

  /** Likewise, for a log that is not opened for writing. */
  public static LogVerification verify(BlockSource log) {
    return verify(log, event -> {});
  }

  /**
   * Likewise.
   *
   * @param each hears every event that was found good
   */
  public static LogVerification verify(BlockSource log, Consumer<StoredEvent> each) {
    return verify(new BlockReader(log, 0), log::nextPosition, position -> {}, each);
  }

  private static LogVerification verify(
      LogReader reader,
      LongSupplier nextPosition,
      LongConsumer progress,
      Consumer<StoredEvent> each) {
    Histories histories = new Histories();
    byte[] running = EventHasher.genesis();
    long size = 0;
    long commits = 0;
    String commit = "";
    LogVerification.@Nullable Finding finding = null;
    try {
      for (List<StoredEvent> some = reader.next(LogReader.BATCH);
          !some.isEmpty();
          some = reader.next(LogReader.BATCH)) {
        for (StoredEvent stored : some) {
          histories.add(stored);
          running = EventHasher.running(running, EventHasher.leaf(stored));
          size++;
          if (!stored.commitId().equals(commit)) {
            commit = stored.commitId();
            commits++;
          }
          each.accept(stored);
        }
        progress.accept(size);
      }
      long next = nextPosition.getAsLong();
      if (next < size) {
        throw new LogCorruptedException(next, "the log became shorter");
      }
    } catch (LogCorruptedException e) {
      finding = new LogVerification.Finding(e.position(), e.getMessage());
    }
    return new LogVerification(size, commits, HexFormat.of().formatHex(running), finding);
  }
}
