package io.vientro.log;

import java.time.Duration;

/**
 * How a log uses its store.
 *
 * @param collection name of the collection
 * @param callTimeout for one call to the store; the driver gives up on it then
 * @param appendTimeout for one append with all its tries: lost races, failed calls, settling an
 *     unknown outcome
 * @param maxCommitBytes size guard for one commit, in bytes of its texts plus 256 for each event;
 *     one document of the store carries 16 MB
 */
public record MongoLogOptions(
    String collection, Duration callTimeout, Duration appendTimeout, int maxCommitBytes) {

  /** Collection {@code log}, 5 s for a call, 15 s for an append, 8 MB for a commit. */
  public static MongoLogOptions defaults() {
    return new MongoLogOptions(
        "log", Duration.ofSeconds(5), Duration.ofSeconds(15), CommitSize.DEFAULT_LIMIT);
  }

  public MongoLogOptions withCollection(String name) {
    return new MongoLogOptions(name, callTimeout, appendTimeout, maxCommitBytes);
  }

  public MongoLogOptions withTimeouts(Duration call, Duration append) {
    return new MongoLogOptions(collection, call, append, maxCommitBytes);
  }
}
