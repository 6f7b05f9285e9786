package io.vientro.log;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;

/**
 * The log in a collection of a store that speaks MongoDB's protocol.
 *
 * <p>An append is a compare-and-set on the head: one document is inserted at the position after the
 * last block, and a writer that finds the place taken reads the head again and renumbers. So there
 * is no partial failure, no counter, and no clock in the order; the unique indexes on commit ids
 * and on keys make a repeated commit and a taken sequence visible in the same single insert. One
 * append at a time is under way from each process, in the order in which they came.
 */
public final class MongoEventLog implements EventLog {
  private final MongoBlocks blocks;
  private final MongoLogOptions options;
  private final Bells bells = new Bells();

  /** What the first sender of a commit id came to: null if it failed. */
  private final ConcurrentMap<String, CompletableFuture<@Nullable StoredCommit>> inFlight =
      new ConcurrentHashMap<>();

  private final ReentrantLock writing = new ReentrantLock(true);

  /** Guarded by {@link #writing}. */
  private final Courtesy courtesy = new Courtesy();

  /**
   * Guarded by {@link #writing}; null where it has to be read. May be behind: the insert finds out.
   */
  private MongoBlocks.@Nullable Head head;

  /**
   * Opens the log, creating its indexes where they are missing.
   *
   * @param database of a client that the caller closes, after this log
   * @throws LogUnavailableException if the store cannot be reached
   */
  public MongoEventLog(MongoDatabase database, MongoLogOptions options) {
    this.options = options;
    this.blocks = new MongoBlocks(database, options);
    ask(
        () -> {
          blocks.createIndexes();
          return true;
        });
  }

  @Override
  public Appended append(Commit commit) {
    CommitSize.check(commit, options.maxCommitBytes());
    Backoff backoff = new Backoff(options.appendTimeout());
    CompletableFuture<@Nullable StoredCommit> mine = new CompletableFuture<>();
    for (var other = inFlight.putIfAbsent(commit.id(), mine);
        other != null;
        other = inFlight.putIfAbsent(commit.id(), mine)) {
      StoredCommit first = other.join();
      if (first != null) {
        return new Appended(first, true);
      }
    }
    @Nullable StoredCommit outcome = null;
    try {
      Appended appended = appendInTurn(commit, backoff);
      outcome = appended.commit();
      return appended;
    } finally {
      inFlight.remove(commit.id(), mine);
      mine.complete(outcome);
    }
  }

  private Appended appendInTurn(Commit commit, Backoff backoff) {
    Appended appended;
    try {
      if (!writing.tryLock(backoff.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new LogUnavailableException(
            "commit " + commit.id() + " was not appended: the appends before it took too long",
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException(
          "commit " + commit.id() + " was not appended: interrupted while waiting", e);
    }
    try {
      appended = new Attempts(commit, backoff).run();
    } finally {
      writing.unlock();
    }
    if (!appended.repeated()) {
      bells.ring();
    }
    return appended;
  }

  /** All tries of one append. Runs under {@link #writing}. */
  private final class Attempts {
    private final Commit commit;
    private final Backoff backoff;

    /**
     * An insert was sent and its answer never came: it may lie in the log, or may yet arrive there.
     */
    private boolean outcomeUnknown;

    private @Nullable MongoException lastFailure;

    Attempts(Commit commit, Backoff backoff) {
      this.commit = commit;
      this.backoff = backoff;
    }

    Appended run() {
      courtesy.pause(backoff.remainingNanos());
      do {
        try {
          Appended appended = attempt();
          if (appended != null) {
            return appended;
          }
        } catch (MongoInterruptedException e) {
          head = null;
          Thread.currentThread().interrupt();
          throw unavailable("interrupted", e);
        } catch (MongoException e) {
          head = null;
          lastFailure = e;
        }
        backoff.pause();
      } while (!backoff.isOver());
      throw unavailable(
          lastFailure == null ? "too many writers" : "the store does not answer", lastFailure);
    }

    /** One try; null if another one is worth it. */
    private @Nullable Appended attempt() {
      if (lastFailure != null) {
        // Whether or not an earlier insert got through, the answer is in the log; only then is it
        // sent again. Should it still be on
        // its way, it or this one loses: both carry the same commit id.
        StoredCommit found = blocks.commit(commit.id());
        if (found != null) {
          return found(found);
        }
      }
      MongoBlocks.Head at = head == null ? blocks.head() : head;
      Block block = Block.of(at.next(), at.hash(), List.of(commit));
      long start = System.nanoTime();
      try {
        insert(block);
        courtesy.succeeded(System.nanoTime() - start);
      } catch (MongoWriteException e) {
        if (!MongoBlocks.isDuplicate(e)) {
          throw e;
        }
        return duplicate(e);
      }
      head = new MongoBlocks.Head(block.next(), block.hash());
      return new Appended(block.commit(commit.id()), false);
    }

    private void insert(Block block) {
      try {
        blocks.insert(block);
      } catch (BsonMaximumSizeExceededException e) {
        throw new CommitTooLargeException("commit " + commit.id() + ": " + e.getMessage());
      } catch (MongoWriteException e) {
        throw e; // The store said no: nothing was written.
      } catch (MongoException e) {
        outcomeUnknown |= wasPerhapsSent(e);
        throw e;
      }
    }

    /**
     * Somebody was first. A store names only one of the indexes that are hurt, and not the telling
     * one: unless it was the position, the commit id is looked up, then the keys.
     */
    private @Nullable Appended duplicate(MongoWriteException e) {
      head = null;
      courtesy.lost();
      if (!e.getError().getMessage().contains("_id_")) {
        StoredCommit found = blocks.commit(commit.id());
        if (found != null) {
          return found(found);
        }
        List<String> lost = blocks.taken(commit.events().stream().map(Block::key).toList());
        if (!lost.isEmpty()) {
          throw new SequenceConflictException(lost);
        }
      }
      return null;
    }

    /** If it is what we sent without hearing an answer, it was appended now and not before. */
    private Appended found(StoredCommit found) {
      boolean ours =
          outcomeUnknown
              && found.events().stream().map(StoredEvent::event).toList().equals(commit.events());
      return new Appended(found, !ours);
    }

    private LogUnavailableException unavailable(String reason, @Nullable Throwable cause) {
      String outcome =
          outcomeUnknown
              ? " may or may not have been appended, send the same commit id again: "
              : " was not appended: ";
      return new LogUnavailableException("commit " + commit.id() + outcome + reason, cause);
    }
  }

  /**
   * Not sent for sure: no server was found, or no connection came about (a subclass says that an
   * answer was too late).
   */
  private static boolean wasPerhapsSent(MongoException e) {
    return !(e instanceof MongoSocketOpenException) && e.getClass() != MongoTimeoutException.class;
  }

  @Override
  public Optional<StoredCommit> commit(String commitId) {
    return Optional.ofNullable(askNullable(() -> blocks.commit(commitId)));
  }

  @Override
  public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
    return AggregateSlice.load(
        fromSequence, limit, (from, size) -> ask(() -> blocks.slice(aggregate, from, size)));
  }

  @Override
  public Set<String> moved(Map<String, Long> next) {
    return next.isEmpty() ? Set.of() : ask(() -> blocks.moved(next));
  }

  @Override
  public LogReader reader(long fromPosition) {
    BlockReader reader = new BlockReader(blocks, fromPosition);
    return new LogReader() {
      @Override
      public List<StoredEvent> next(int atMost) {
        return ask(() -> reader.next(atMost));
      }

      @Override
      public long position() {
        return reader.position();
      }
    };
  }

  @Override
  public long nextPosition() {
    return ask(blocks::nextPosition);
  }

  @Override
  public AutoCloseable onAppend(Runnable bell) {
    return bells.add(bell);
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (MongoException e) {
      throw unanswered(e);
    }
  }

  private static <T> @Nullable T askNullable(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (MongoException e) {
      throw unanswered(e);
    }
  }

  static LogUnavailableException unanswered(MongoException e) {
    if (e instanceof MongoInterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new LogUnavailableException("the store does not answer: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    // The client belongs to the caller.
  }
}
