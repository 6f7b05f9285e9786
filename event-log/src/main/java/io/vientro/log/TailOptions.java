package io.vientro.log;

import java.time.Duration;

/**
 * How a tail follows its log.
 *
 * @param pollInterval how long to wait for the bell before looking by itself
 * @param bufferedEvents how many of the last events are kept for those who keep up
 * @param bufferedCharacters how much text of events is kept at most, in characters
 * @param longestBackoff between two tries while the store does not answer
 */
public record TailOptions(
    Duration pollInterval, int bufferedEvents, long bufferedCharacters, Duration longestBackoff) {

  public TailOptions {
    if (!pollInterval.isPositive() || !longestBackoff.isPositive() || bufferedEvents < 1) {
      throw new IllegalArgumentException("a tail needs an interval and a buffer");
    }
  }

  /** For a store that other processes write to: looks every 20 ms. */
  public static TailOptions shared() {
    return new TailOptions(Duration.ofMillis(20), 10_000, 32L << 20, Duration.ofSeconds(2));
  }

  /**
   * For a store that only this process writes to: the bell is enough, a look each second is a
   * precaution.
   */
  public static TailOptions alone() {
    return shared().withPollInterval(Duration.ofSeconds(1));
  }

  public TailOptions withPollInterval(Duration interval) {
    return new TailOptions(interval, bufferedEvents, bufferedCharacters, longestBackoff);
  }

  public TailOptions withBufferedEvents(int events) {
    return new TailOptions(pollInterval, events, bufferedCharacters, longestBackoff);
  }

  public TailOptions withLongestBackoff(Duration longest) {
    return new TailOptions(pollInterval, bufferedEvents, bufferedCharacters, longest);
  }
}
