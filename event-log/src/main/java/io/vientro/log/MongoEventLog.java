package io.vientro.log;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log in a collection of a store that speaks MongoDB's protocol.
 *
 * <p>An append is a compare-and-set on the head: one document is inserted at the position after the
 * last block, and a writer that finds the place taken reads the head again and renumbers. So there
 * is no partial failure, no counter, and no clock in the order; the unique indexes on commit ids
 * and on keys make a repeated commit and a taken sequence visible in the same single insert. What
 * comes while an insert is under way shares the next one.
 */
public final class MongoEventLog implements EventLog {
  private final MongoBlocks blocks;
  private final Bells bells = new Bells();

  private final BlockWriter writer;

  /**
   * Opens the log, creating its indexes where they are missing.
   *
   * @param database of a client that the caller closes, after this log
   * @throws LogUnavailableException if the store cannot be reached
   */
  public MongoEventLog(MongoDatabase database, MongoLogOptions options) {
    this.blocks = new MongoBlocks(database, options);
    this.writer = new BlockWriter(blocks, options, bells::ring);
    ask(
        () -> {
          blocks.createIndexes();
          return true;
        });
  }

  @Override
  public Appended append(Commit commit) {
    return writer.append(commit);
  }

  /** What this process has written so far. */
  public LogStatistics statistics() {
    return writer.statistics();
  }

  @Override
  public Optional<StoredCommit> commit(String commitId) {
    return Optional.ofNullable(ask(() -> blocks.commit(commitId)));
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

  /**
   * What the store answers.
   *
   * @throws LogUnavailableException if it does not
   */
  static <T extends @Nullable Object> T ask(Supplier<T> question) {
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
