package io.vientro.trials.bench;

import io.vientro.log.Commit;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The same events for every store: so many aggregates, whose events follow each other in random
 * order. The same seed gives the same order. Not thread-safe.
 */
final class History implements Supplier<Commit> {
  private final Creates creates;
  private final Random random = new Random(7);
  private final long[] next;

  History(Creates creates, int aggregates) {
    this.creates = creates;
    this.next = new long[aggregates];
  }

  /** The next event, in a commit of its own. */
  @Override
  public Commit get() {
    int aggregate = random.nextInt(next.length);
    return creates.commit("dossier-%08d".formatted(aggregate), next[aggregate]++);
  }
}
