package io.vientro.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads blocks in order and believes none of them unchecked. Not thread-safe. */
public final class BlockReader implements LogReader {
  private final BlockSource source;
  private long position;

  /** Running hash before {@link #nextBlock}; null until the first block was found. */
  private byte @Nullable [] running;

  private long nextBlock;

  /**
   * @param position first position wanted, as for {@link EventLog#reader}
   */
  public BlockReader(BlockSource source, long position) {
    if (position < 0) {
      throw new IllegalArgumentException("positions start at 0: " + position);
    }
    this.source = source;
    this.position = position;
    if (position == 0) {
      running = EventHasher.genesis();
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public List<StoredEvent> next(int atMost) {
    long wanted = position;
    List<StoredEvent> events = new ArrayList<>();
    for (Block block : nextBlocks(atMost)) {
      for (StoredEvent event : block.events()) {
        if (event.position() >= wanted) {
          events.add(event);
        }
      }
    }
    return events;
  }

  /**
   * Like {@link #next}, by the block; the first one may begin before the position asked for.
   *
   * @param atMost enough blocks for so many events
   */
  public List<Block> nextBlocks(int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("at least one event must be asked for: " + atMost);
    }
    byte[] before = running;
    if (before == null) {
      before = anchor();
    }
    return before == null ? List.of() : read(before, atMost);
  }

  private List<Block> read(byte[] before, int atMost) {
    List<Block> blocks = new ArrayList<>();
    byte[] current = before;
    long events = 0;
    for (Block block : source.blocks(nextBlock, atMost)) {
      if (block.first() != nextBlock) {
        if (blocks.isEmpty() && isMissing(nextBlock)) {
          throw new LogCorruptedException(
              nextBlock, "a hole: the next block begins at " + block.first());
        }
        // Either what was read so far is good, or the block came into sight only now: the next call
        // goes on from here.
        break;
      }
      try {
        block.check(current);
      } catch (LogCorruptedException e) {
        if (blocks.isEmpty()) {
          throw e;
        }
        break;
      }
      blocks.add(block);
      events += block.next() - Math.max(block.first(), position);
      current = block.hash();
      running = current;
      nextBlock = block.next();
      position = nextBlock;
      if (events >= atMost) {
        break;
      }
    }
    return blocks;
  }

  /**
   * A store may return a later block of a scan without an earlier one that was written while it
   * scanned. Look again.
   */
  private boolean isMissing(long first) {
    Block block = source.floor(first);
    return block == null || block.first() != first;
  }

  /**
   * Finds the block to begin with, trusting what it says about the hash before it; null if the
   * position lies beyond the head.
   */
  private byte @Nullable [] anchor() {
    if (source.nextPosition() < position) {
      return null;
    }
    Block block = source.floor(position);
    if (block == null) {
      throw new LogCorruptedException(0, "a hole: nothing lies at or before " + position);
    }
    if (block.next() < position) {
      throw new LogCorruptedException(block.next(), "a hole before " + position);
    }
    block.check(block.prev());
    if (block.next() == position) {
      nextBlock = position;
      running = block.hash();
    } else {
      nextBlock = block.first();
      running = block.prev();
    }
    return running;
  }
}
