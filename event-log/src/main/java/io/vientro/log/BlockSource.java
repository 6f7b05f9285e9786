package io.vientro.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader gets its blocks: durable ones only, that is, none that the store might still take
 * back. Nothing is checked here beyond that each is a block; {@link BlockReader} does the rest.
 */
public interface BlockSource {
  /**
   * Blocks from a position on, in order.
   *
   * @param from no block before this position
   * @param atMostEvents enough blocks for so many events, or fewer; at least one if there is any
   */
  List<Block> blocks(long from, int atMostEvents);

  /** The last block that begins at or before a position; null if there is none. */
  @Nullable Block floor(long position);

  /** The position that the next event will take. */
  long nextPosition();
}
