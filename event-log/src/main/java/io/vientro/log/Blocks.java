package io.vientro.log;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What the writer of a log asks of its store. Every method may throw the driver's exceptions; then
 * nothing is known of what the store did, unless it says that the document is a duplicate.
 */
interface Blocks {
  /** Where the next block goes. */
  record Head(long next, byte[] hash) {}

  /** The head as the majority knows it; never behind a block whose insert was acknowledged. */
  Head head();

  /**
   * Puts a block into the store: durable and known to the majority when this returns.
   *
   * @throws com.mongodb.MongoWriteException of category duplicate key if its position, one of its
   *     commit ids or one of its keys is taken; then nothing was written
   */
  void insert(Block block);

  /** Those of the commits that lie in the log, by id. */
  Map<String, StoredCommit> commits(Collection<String> ids);

  /** Those of the keys that lie in the log. */
  Set<String> taken(Collection<String> keys);
}
