package io.vientro.store.axon;

import java.time.Duration;

/**
 * How far a dead-letter queue may grow, and how long a silent process keeps what it is at.
 *
 * @param sequences most sequences with letters in one processing group; processes that reach it at
 *     the same moment may go beyond it by one each
 * @param sequenceSize most letters in one sequence, exactly
 * @param claimTimeout after which a process that has finished no letter loses its sequence to
 *     another one, by the store's clock; longer than the slowest handler
 */
public record DeadLetterLimits(int sequences, int sequenceSize, Duration claimTimeout) {
  /** What Axon's own queues have: 1,024 sequences of 1,024 letters, 30 seconds. */
  public static final DeadLetterLimits DEFAULT =
      new DeadLetterLimits(1024, 1024, Duration.ofSeconds(30));

  public DeadLetterLimits {
    if (sequences < 1 || sequenceSize < 1 || claimTimeout.isNegative() || claimTimeout.isZero()) {
      throw new IllegalArgumentException(
          "%d sequences, %d letters, %s".formatted(sequences, sequenceSize, claimTimeout));
    }
  }
}
