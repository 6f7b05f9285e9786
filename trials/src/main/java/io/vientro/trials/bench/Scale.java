package io.vientro.trials.bench;

/**
 * How much is measured.
 *
 * @param rounds of everything that is compared; figures are medians
 * @param appendSeconds of each contestant in each round
 * @param warmUpSeconds before that
 * @param replayEvents in the log that is replayed
 * @param aggregates over which they are spread
 * @param slowReplayEvents how far a peer's own replay goes
 * @param longReplayEvents read through by a process whose heap is looked at
 * @param tailCommits followed from one process to another
 * @param writerSeconds of the writer processes
 * @param sizeCommits in the log that is weighed
 */
record Scale(
    int rounds,
    int appendSeconds,
    int warmUpSeconds,
    int replayEvents,
    int aggregates,
    int slowReplayEvents,
    int longReplayEvents,
    int tailCommits,
    int writerSeconds,
    int sizeCommits) {

  static Scale full() {
    return new Scale(3, 4, 1, 100_000, 20_000, 20_000, 1_000_000, 300, 8, 40_000);
  }

  /** For trying whether it works; its figures mean nothing. */
  static Scale quick() {
    return new Scale(1, 1, 1, 5_000, 1_000, 1_000, 20_000, 30, 2, 2_000);
  }

  /** The embedded store's file grows with every write. */
  Scale forEmbedded() {
    return new Scale(
        rounds,
        appendSeconds,
        warmUpSeconds,
        Math.min(replayEvents, 20_000),
        Math.min(aggregates, 4_000),
        Math.min(slowReplayEvents, 4_000),
        Math.min(longReplayEvents, 200_000),
        tailCommits,
        writerSeconds,
        Math.min(sizeCommits, 10_000));
  }
}
