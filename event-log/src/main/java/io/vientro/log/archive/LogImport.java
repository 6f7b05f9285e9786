package io.vientro.log.archive;

import io.vientro.log.Block;
import io.vientro.log.BlockStore;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an archive into an empty store, with every position, id and hash as it was. The block at
 * position 0 goes in last: a log without it is refused by whoever opens it, so that an import that
 * was broken off is never taken for the log, and is taken up where it was by running it again.
 */
public final class LogImport {
  private static final int BATCH_BLOCKS = 128;

  /** In characters of payload and metadata; a batch is held in memory. */
  private static final long BATCH_SIZE = 4L << 20;

  private final LogArchive archive;
  private final BlockStore target;
  private final List<Block> batch = new ArrayList<>();
  private @Nullable Block begin;
  private long size;

  public LogImport(LogArchive archive, BlockStore target) {
    this.archive = archive;
    this.target = target;
  }

  /**
   * Looks whether the target is empty, or holds nothing but what an import that was broken off has
   * left. Writes nothing.
   *
   * @throws ArchiveException if it is not
   */
  public void requireEmpty() {
    if (target.floor(0) != null) {
      throw new ArchiveException(
          "there is a log of %d events already; an import needs an empty store"
              .formatted(target.nextPosition()));
    }
    if (target.nextPosition() > archive.manifest().size()) {
      throw foreign(archive.manifest().size());
    }
  }

  /**
   * Runs it. The archive is read twice: nothing is written before all of it was found good.
   *
   * @param beforeWriting runs between the two: what has to be in the store before the log is
   * @throws LogCorruptedException if the archive is broken
   * @throws ArchiveException if it is broken, or the target holds something else
   * @throws io.vientro.log.LogUnavailableException if the store does not answer; run it again
   */
  public void run(Runnable beforeWriting) {
    run(Companions.NONE, beforeWriting);
  }

  /**
   * Likewise, for a log with files beside it; putting them into the store is the caller's, before
   * the log is there.
   *
   * @param companions finds the files that a block names
   */
  public void run(Companions companions, Runnable beforeWriting) {
    requireEmpty();
    archive.read(companions, block -> {});
    beforeWriting.run();
    target.createIndexes();
    archive.read(this::put);
    flush();
    Block first = begin;
    if (first == null || !target.insert(List.of(first))) {
      throw foreign(0);
    }
  }

  private void put(Block block) {
    if (block.first() == 0) {
      begin = block;
      return;
    }
    batch.add(block);
    for (StoredEvent stored : block.events()) {
      size += stored.event().payload().length() + stored.event().metadata().length();
    }
    if (batch.size() >= BATCH_BLOCKS || size >= BATCH_SIZE) {
      flush();
    }
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    Map<Long, Block> missing = new LinkedHashMap<>();
    batch.forEach(block -> missing.put(block.first(), block));
    for (Block there : there(batch.getFirst().first(), batch.getLast().next())) {
      Block same = missing.remove(there.first());
      if (same == null || !there.sameAs(same)) {
        throw foreign(there.first());
      }
    }
    if (!missing.isEmpty() && !target.insert(List.copyOf(missing.values()))) {
      throw foreign(batch.getFirst().first());
    }
    batch.clear();
    size = 0;
  }

  /** What an earlier import, or somebody else, has put between two positions. */
  private List<Block> there(long from, long to) {
    List<Block> found = new ArrayList<>();
    for (long next = from; next < to; ) {
      List<Block> some = target.blocks(next, BATCH_BLOCKS);
      if (some.isEmpty()) {
        return found;
      }
      some.stream().filter(block -> block.first() < to).forEach(found::add);
      next = some.getLast().next();
    }
    return found;
  }

  private static ArchiveException foreign(long position) {
    return new ArchiveException(
        "position %d: the store holds or was given something that is not of this export; import into an empty one"
            .formatted(position));
  }
}
