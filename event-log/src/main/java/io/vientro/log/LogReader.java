package io.vientro.log;

import java.util.List;

/** A place in the log that moves forward. Not thread-safe. */
public interface LogReader {
  /** How many events to ask for in one go where nothing speaks for another number. */
  int BATCH = 2_000;

  /**
   * The next events, at most about {@code atMost} (whole blocks, so a few more may come); empty if
   * there are none yet. Does not block for new events.
   *
   * @throws LogCorruptedException at a hole, a broken hash or a broken order; the reader stays
   *     before the bad block, and asking again fails again
   * @throws LogUnavailableException if the store cannot be reached; asking again later is fine
   */
  List<StoredEvent> next(int atMost);

  /** The next position that will be delivered. */
  long position();
}
