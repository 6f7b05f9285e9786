package io.vientro.query.processor;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.axon.LogDeadLetterQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the dead-letter queues of all views, as it lies in their collection; nothing is
 * changed from here. Thread-safe.
 */
public final class DeadLetters {
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final String ORDER = "_id_";

  private final ViewStore store;

  /** Guarded by this. */
  private Map<String, Long> counted = Map.of();

  /** Guarded by this; of {@link System#nanoTime()}, null before the first count. */
  private @Nullable Long countedAt;

  public DeadLetters(ViewStore store) {
    this.store = store;
  }

  /**
   * One aggregate whose events wait.
   *
   * @param id its place in the list: processor and aggregate
   * @param processor name of the view with its version
   * @param aggregate id of the aggregate
   * @param position of the event that could not be taken
   * @param last position of the last one that waits
   * @param letters how many wait, the failed one among them
   * @param cause kind of failure, never a value of the event; null if it was not tried yet
   * @param since when the first of them came, UTC
   * @param triedAt when it was tried last, UTC
   */
  public record Waiting(
      String id,
      String processor,
      String aggregate,
      long position,
      long last,
      int letters,
      @Nullable String cause,
      Instant since,
      Instant triedAt) {}

  /** Those of some aggregates that have letters in a view's queue, by aggregate. */
  Map<String, Waiting> of(String processor, Collection<String> aggregates) {
    var ids = aggregates.stream().map(it -> LogDeadLetterQueue.id(processor, it)).toList();
    var found = new HashMap<String, Waiting>();
    for (var document :
        store.collection(LogDeadLetterQueue.COLLECTION).find(Filters.in("_id", ids))) {
      var waiting = read(document);
      if (waiting != null) {
        found.put(waiting.aggregate(), waiting);
      }
    }
    return found;
  }

  /**
   * The next ones, in the order of view and aggregate.
   *
   * @param after {@link Waiting#id()} of the one before; null to begin with
   */
  public List<Waiting> next(@Nullable String after, int limit) {
    var found = new ArrayList<Waiting>();
    store
        .collection(LogDeadLetterQueue.COLLECTION)
        .find(after == null ? Filters.empty() : Filters.gt("_id", after))
        .sort(Sorts.ascending("_id"))
        .hintString(ORDER)
        .limit(limit)
        .forEach(
            document -> {
              var waiting = read(document);
              if (waiting != null) {
                found.add(waiting);
              }
            });
    return found;
  }

  /** How many letters a view's queue holds, as of a second ago or, with the store away, longer. */
  synchronized long count(String processor) {
    var now = System.nanoTime();
    if (countedAt == null || now - countedAt > KEPT_NANOS) {
      try {
        counted = count();
      } catch (MongoException e) {
        // Whoever asks is told elsewhere that the store does not answer.
      }
      countedAt = System.nanoTime();
    }
    return counted.getOrDefault(processor, 0L);
  }

  private Map<String, Long> count() {
    var letters = new HashMap<String, Long>();
    for (var document :
        store
            .collection(LogDeadLetterQueue.COLLECTION)
            .find()
            .projection(Projections.include("g", "n"))) {
      letters.merge(
          document.getString("g"), document.get("n", Number.class).longValue(), Long::sum);
    }
    return letters;
  }

  /** Null for one that is just being emptied. */
  private static @Nullable Waiting read(Document sequence) {
    var letters = sequence.getList("l", Document.class);
    if (letters.isEmpty()) {
      return null;
    }
    var first = letters.getFirst();
    var positions = letters.stream().mapToLong(letter -> position(letter)).summaryStatistics();
    return new Waiting(
        sequence.getString("_id"),
        sequence.getString("g"),
        sequence.getString("s"),
        position(first),
        positions.getMax(),
        letters.size(),
        simple(first.getString("c")),
        first.getDate("in").toInstant(),
        first.getDate("at").toInstant());
  }

  private static long position(Document letter) {
    return letter.get("m", Document.class).get("p", Number.class).longValue();
  }

  private static @Nullable String simple(@Nullable String type) {
    return type == null ? null : type.substring(type.lastIndexOf('.') + 1);
  }
}
