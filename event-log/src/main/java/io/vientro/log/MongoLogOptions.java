package io.vientro.log;

import java.time.Duration;

/**
 * How a log uses its store.
 *
 * @param collection name of the collection
 * @param callTimeout for one call to the store; the driver gives up on it then
 * @param appendTimeout for one append with all its tries: the wait for its turn, lost races, failed
 *     calls, settling an unknown outcome
 * @param limits of what is appended
 * @param maxBlockBytes of commits that share a block, counted as for {@link CommitLimits}; a larger
 *     commit travels alone
 * @param maxBlockCommits commits that share a block at most
 * @param maxQueuedCommits commits that wait for their turn at most; the next one is refused
 */
public record MongoLogOptions(
    String collection,
    Duration callTimeout,
    Duration appendTimeout,
    CommitLimits limits,
    int maxBlockBytes,
    int maxBlockCommits,
    int maxQueuedCommits) {

  public MongoLogOptions {
    if (!callTimeout.isPositive() || !appendTimeout.isPositive()) {
      throw new IllegalArgumentException("a log needs time to write");
    }
    if (maxBlockBytes < 1 || maxBlockCommits < 1 || maxQueuedCommits < 1) {
      throw new IllegalArgumentException("a log's bounds are at least 1");
    }
  }

  /**
   * Collection {@code log}, 5 s for a call, 15 s for an append, the usual limits; 256 KB or 128
   * commits for a block; 1,024 commits in the queue.
   */
  public static MongoLogOptions defaults() {
    return new MongoLogOptions(
        "log",
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        CommitLimits.defaults(),
        256 << 10,
        128,
        1_024);
  }

  public MongoLogOptions withCollection(String name) {
    return new MongoLogOptions(
        name, callTimeout, appendTimeout, limits, maxBlockBytes, maxBlockCommits, maxQueuedCommits);
  }

  public MongoLogOptions withTimeouts(Duration call, Duration append) {
    return new MongoLogOptions(
        collection, call, append, limits, maxBlockBytes, maxBlockCommits, maxQueuedCommits);
  }

  public MongoLogOptions withMaxQueuedCommits(int commits) {
    return new MongoLogOptions(
        collection, callTimeout, appendTimeout, limits, maxBlockBytes, maxBlockCommits, commits);
  }
}
