package io.vientro.log;

import java.util.List;

/**
 * One reader's place behind a {@link LogTail}. Thread-safe, though two threads would share its
 * events between them.
 */
public interface TailSubscription extends AutoCloseable {

  /**
   * The next events in the order of position, without waiting; empty if there are none now, or if
   * the subscription is closed.
   *
   * @param max at most so many
   * @throws LogUnavailableException if older events had to be read from the store, and it did not
   *     answer; asking again is fine
   * @throws LogCorruptedException if older events cannot be trusted; asking again fails again
   */
  List<StoredEvent> poll(int max);

  /** Whether a {@link #poll} now would find events. Never asks the store. */
  boolean available();

  /**
   * Sets who is told that events have become available; replaces the one before. Called from the
   * tail's thread, or at once from the caller's if there are events already. It has to be quick.
   */
  void onAvailable(Runnable listener);

  /** The position that will be delivered next. */
  long position();

  /** Gives the place back. What it was told to call is called no more. */
  @Override
  void close();
}
