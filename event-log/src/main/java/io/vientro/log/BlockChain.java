package io.vientro.log;

import java.util.HashSet;
import java.util.Set;

/**
 * Checks a whole log that comes block by block from position 0, from where no index guards it:
 * positions, hashes, histories, and that no commit id comes twice. Holds all commit ids in memory.
 * Not thread-safe.
 */
public final class BlockChain {
  private final Histories histories = new Histories();
  private final Set<String> commitIds = new HashSet<>();
  private byte[] hash = EventHasher.genesis();
  private long next;

  /**
   * Takes the next block.
   *
   * @throws LogCorruptedException if it does not continue what came before, or breaks its own word
   */
  public void add(Block block) {
    if (block.first() != next) {
      throw new LogCorruptedException(
          next,
          (block.first() > next
                  ? "a gap: the next block begins at "
                  : "a block stands out of order: ")
              + block.first());
    }
    block.check(hash);
    for (String id : block.commitIds()) {
      if (!commitIds.add(id)) {
        throw new LogCorruptedException(block.first(), "commit " + id + " comes a second time");
      }
    }
    block.events().forEach(histories::add);
    hash = block.hash();
    next = block.next();
  }

  /** The position that the next block has to begin at: the number of events so far. */
  public long next() {
    return next;
  }

  /** Number of commits so far. */
  public long commits() {
    return commitIds.size();
  }

  /** Running hash after the last block. */
  public byte[] hash() {
    return hash.clone();
  }
}
