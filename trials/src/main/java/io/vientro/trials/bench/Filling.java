package io.vientro.trials.bench;

import io.vientro.log.Block;
import io.vientro.log.BlockStore;
import io.vientro.log.MongoLogOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts a log into a store as fast as it goes: ready-made blocks, several inserters. Not measured.
 */
final class Filling {
  private static final int INSERTERS = 4;
  private static final int BLOCKS_AT_ONCE = 8;

  /** A busy store may take its time here. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final BlockStore store;
  private final ReadyBlocks blocks;
  private long left;

  private Filling(BlockStore store, ReadyBlocks blocks, long events) {
    this.store = store;
    this.blocks = blocks;
    this.left = events;
  }

  /** Fills a collection with events of so many aggregates, in blocks as 64 callers make them. */
  static void fill(Bed bed, String collection, int events, int aggregates)
      throws InterruptedException {
    BlockStore store =
        new BlockStore(
            bed.database(),
            MongoLogOptions.defaults().withCollection(collection).withTimeouts(PATIENCE, PATIENCE));
    store.createIndexes();
    new Filling(store, new ReadyBlocks(new History(new Creates(2), aggregates)), events).run();
  }

  private void run() throws InterruptedException {
    List<Future<?>> inserters = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(INSERTERS)) {
      for (int i = 0; i < INSERTERS; i++) {
        inserters.add(threads.submit(this::insertAll));
      }
    }
    for (Future<?> inserter : inserters) {
      try {
        inserter.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the log could not be filled", e.getCause());
      }
    }
  }

  private void insertAll() {
    for (List<Block> some = some(); !some.isEmpty(); some = some()) {
      if (!store.insert(some)) {
        throw new IllegalStateException("a block's place was taken");
      }
    }
  }

  private synchronized List<Block> some() {
    List<Block> some = new ArrayList<>();
    while (left > 0 && some.size() < BLOCKS_AT_ONCE) {
      int size = (int) Math.min(Appenders.TOGETHER, left);
      some.add(blocks.next(size));
      left -= size;
    }
    return some;
  }
}
