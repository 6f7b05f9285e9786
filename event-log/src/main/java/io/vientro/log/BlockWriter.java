package io.vientro.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: what came while the last insert was under way goes into the next block. One insert
 * at a time is under way from each process, and a lone commit goes out at once.
 *
 * <p>One thread writes; it lives as long as there is something to write and a little longer. Every
 * commit taken in is answered, at the latest when its patience is over and the call then under way
 * has ended.
 */
final class BlockWriter {
  private static final Logger log = LoggerFactory.getLogger(BlockWriter.class);
  private static final long IDLE_SECONDS = 5;

  /** The index of positions, as all stores name it. */
  private static final String POSITIONS = "_id_";

  /** Races lost one after the other before the ids are looked up all the same. */
  private static final int MOST_RACES = 10;

  private final Blocks blocks;
  private final MongoLogOptions options;
  private final Runnable appended;
  private final Turns turns = new Turns(Turns.Ticks.REAL);
  private final ConcurrentMap<String, Pending> inFlight = new ConcurrentHashMap<>();

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("vientro-log-writer").factory());

  private final CommitQueue queue;

  /** The writing thread's; null where it has to be read. May be behind: the insert finds out. */
  private Blocks.@Nullable Head head;

  /** The writing thread's. */
  private int racesInARow;

  /** The writing thread's: failures in a row, and the pauses after them. */
  private final Backoff backoff = new Backoff();

  private final AtomicLong blocksWritten = new AtomicLong();
  private final AtomicLong commitsWritten = new AtomicLong();
  private final AtomicLong insertNanos = new AtomicLong();
  private final AtomicLong racesLost = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  /**
   * @param appended is run after each block written, before its commits are answered
   */
  BlockWriter(Blocks blocks, MongoLogOptions options, Runnable appended) {
    this.blocks = blocks;
    this.options = options;
    this.appended = appended;
    this.queue = new CommitQueue(options, () -> thread.execute(this::write));
  }

  /** As {@link EventLog#append}. */
  Appended append(Commit commit) {
    long bytes = options.limits().check(commit);
    Pending mine = new Pending(commit, bytes, options.appendTimeout().toNanos());
    for (var other = inFlight.putIfAbsent(commit.id(), mine);
        other != null;
        other = inFlight.putIfAbsent(commit.id(), mine)) {
      StoredCommit first = other.awaitQuietly();
      if (first != null) {
        return new Appended(first, true);
      }
    }
    try {
      queue.add(mine);
      return mine.await();
    } finally {
      inFlight.remove(commit.id(), mine);
    }
  }

  LogStatistics statistics() {
    return new LogStatistics(
        queue.size(),
        blocksWritten.get(),
        commitsWritten.get(),
        insertNanos.get(),
        racesLost.get(),
        failures.get());
  }

  private void write() {
    while (queue.gather()) {
      awaitTurn();
      List<Pending> group = queue.next();
      try {
        if (!write(group)) {
          backoff.pause();
        }
      } catch (CommitTooLargeException e) {
        group.forEach(p -> p.failed(e));
      } catch (RuntimeException | Error e) {
        // Nobody may be left without an answer.
        log.error("writing a block failed", e);
        head = null;
        group.forEach(p -> p.failed(new LogUnavailableException("commit " + p.id() + ": " + e, e)));
      }
    }
  }

  private void awaitTurn() {
    if (head != null) {
      try {
        head = turns.yield(head, blocks::head);
      } catch (RuntimeException e) {
        head = null; // The next try tells what is wrong.
      }
    }
  }

  /** One try; what it leaves open goes back into the queue. False if a pause is due. */
  private boolean write(List<Pending> group) {
    List<Pending> open = group;
    try {
      open = settled(open);
      if (open.isEmpty()) { // They were given up, or found.
        return true;
      }
      Blocks.Head at = head == null ? blocks.head() : head;
      Block block = Block.of(at.next(), at.hash(), open.stream().map(Pending::commit).toList());
      long start = System.nanoTime();
      insert(block, open);
      long took = System.nanoTime() - start;
      head = new Blocks.Head(block.next(), block.hash());
      turns.won(took);
      backoff.reset();
      racesInARow = 0;
      count(open.size(), took);
      queue.written(open.size(), took);
      appended.run();
      answer(block, open);
      return true;
    } catch (MongoException e) {
      head = null;
      if (isDuplicate(e)) {
        return afterDuplicate((MongoWriteException) e, open);
      }
      failures.incrementAndGet();
      afterFailure(e, open);
      return false;
    }
  }

  /** Those of the group about which nothing is found in the log; the others are answered. */
  private List<Pending> settled(List<Pending> group) {
    List<String> unsettled = group.stream().filter(p -> p.unsettled).map(Pending::id).toList();
    if (unsettled.isEmpty()) {
      return group;
    }
    List<Pending> open = withoutFound(group, blocks.commits(unsettled));
    open.forEach(p -> p.unsettled = false);
    return open;
  }

  private static List<Pending> withoutFound(List<Pending> group, Map<String, StoredCommit> found) {
    List<Pending> open = new ArrayList<>();
    for (Pending pending : group) {
      StoredCommit stored = found.get(pending.id());
      if (stored == null) {
        open.add(pending);
      } else {
        pending.found(stored);
      }
    }
    return open;
  }

  private void insert(Block block, List<Pending> group) {
    try {
      blocks.insert(block);
    } catch (BsonMaximumSizeExceededException e) {
      throw new CommitTooLargeException(e.getMessage());
    } catch (MongoException e) {
      if (!isDuplicate(e) && wasPerhapsSent(e)) {
        // Also where the store answered: a gateway may lose its database after the write.
        group.forEach(p -> p.outcomeUnknown = true);
      }
      if (e instanceof MongoServerException && group.size() > 1) {
        // It may be one of them that the store cannot take: the others must not fail with it.
        group.forEach(p -> p.alone = !isDuplicate(e));
      }
      throw e;
    }
  }

  private static void answer(Block block, List<Pending> group) {
    int from = 0;
    for (Pending pending : group) {
      int to = from + pending.commit().events().size();
      pending.written(new StoredCommit(pending.id(), block.events().subList(from, to)));
      from = to;
    }
  }

  private void count(int commits, long nanos) {
    blocksWritten.incrementAndGet();
    commitsWritten.addAndGet(commits);
    insertNanos.addAndGet(nanos);
  }

  /**
   * Somebody was first. A store names only one of the indexes that are hurt, and not the telling
   * one: unless it was the position, the commit ids are looked up, then the keys of those not
   * found.
   */
  private boolean afterDuplicate(MongoWriteException e, List<Pending> group) {
    // Some stores quote what is taken, which may read like the index's name.
    if (e.getError().getMessage().contains(POSITIONS) && racesInARow++ < MOST_RACES) {
      racesLost.incrementAndGet();
      turns.lost();
      queue.putBack(group);
      return true;
    }
    racesInARow = 0;
    List<Pending> open = group;
    try {
      open = withoutFound(open, blocks.commits(open.stream().map(Pending::id).toList()));
      open = withoutLosers(open);
    } catch (MongoException unanswered) {
      failures.incrementAndGet();
      afterFailure(unanswered, open);
      return false;
    }
    boolean progress = open.size() < group.size();
    queue.putBack(open);
    return progress;
  }

  private List<Pending> withoutLosers(List<Pending> group) {
    Set<String> taken =
        group.isEmpty()
            ? Set.of()
            : blocks.taken(group.stream().flatMap(p -> p.keys().stream()).toList());
    List<Pending> open = new ArrayList<>();
    List<Pending> losers = new ArrayList<>();
    for (Pending pending : group) {
      (pending.keys().stream().anyMatch(taken::contains) ? losers : open).add(pending);
    }
    if (!losers.isEmpty()) {
      // Since the ids were looked up, a commit may have come in, late or from another process: then
      // it has its keys from itself.
      List<String> ids = losers.stream().map(Pending::id).toList();
      for (Pending loser : withoutFound(losers, blocks.commits(ids))) {
        loser.failed(
            new SequenceConflictException(loser.keys().stream().filter(taken::contains).toList()));
      }
    }
    return open;
  }

  /**
   * Whether or not the insert got through, the answer is in the log; only then is it sent again.
   * Should it still be on its way, it or the next one loses: both carry the same commit ids.
   */
  private void afterFailure(MongoException e, List<Pending> group) {
    for (Pending pending : group) {
      pending.lastFailure = e;
      pending.unsettled = true;
    }
    if (e instanceof MongoServerException && group.size() == 1) {
      queue.putLast(group); // The others have their turn before it is tried again.
    } else {
      queue.putBack(group);
    }
  }

  private static boolean isDuplicate(MongoException e) {
    return e instanceof MongoWriteException write
        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  /**
   * Not sent for sure: no server was found, or no connection came about (a subclass says that an
   * answer was too late).
   */
  private static boolean wasPerhapsSent(MongoException e) {
    return !(e instanceof MongoSocketOpenException) && e.getClass() != MongoTimeoutException.class;
  }
}
