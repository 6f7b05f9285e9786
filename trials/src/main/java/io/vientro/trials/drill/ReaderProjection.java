package io.vientro.trials.drill;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.vientro.log.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A reader's read model in the store: {@link Folded} by aggregate, and the reader's position,
 * written after the batch. Idempotent by position: whatever a killed life had on its way comes too
 * late to change anything.
 */
final class ReaderProjection {
  private static final int DUPLICATE_KEY = 11000;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  private final String reader;
  private final MongoCollection<Document> aggregates;
  private final MongoCollection<Document> positions;

  ReaderProjection(MongoDatabase database, String reader) {
    this.reader = reader;
    this.aggregates = safe(database.getCollection("projection_" + reader));
    this.positions = safe(database.getCollection("positions"));
  }

  private static MongoCollection<Document> safe(MongoCollection<Document> collection) {
    return collection
        .withReadConcern(ReadConcern.MAJORITY)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withTimeout(CALL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The position to go on from. */
  long next() {
    Document found = positions.find(Filters.eq("_id", reader)).first();
    return found == null ? 0 : found.get("next", Number.class).longValue();
  }

  void saveNext(long next) {
    positions.updateOne(
        Filters.eq("_id", reader), Updates.max("next", next), new UpdateOptions().upsert(true));
  }

  /** Folds a batch; may be called again with the same batch, or with one that overlaps it. */
  void apply(List<StoredEvent> events) {
    Set<String> touched = new HashSet<>();
    events.forEach(event -> touched.add(event.event().aggregate()));
    Map<String, Folded> before = read(touched);
    Map<String, Folded> after = new HashMap<>(before);
    for (StoredEvent event : events) {
      Folded folded = after.getOrDefault(event.event().aggregate(), Folded.NOTHING);
      if (folded.last() < event.position()) {
        after.put(event.event().aggregate(), folded.with(event));
      }
    }
    List<WriteModel<Document>> writes = new ArrayList<>();
    after.forEach(
        (aggregate, folded) -> {
          if (!folded.equals(before.get(aggregate))) {
            writes.add(upsert(aggregate, folded));
          }
        });
    if (!writes.isEmpty()) {
      write(writes);
    }
  }

  private static WriteModel<Document> upsert(String aggregate, Folded folded) {
    return new UpdateOneModel<>(
        Filters.and(Filters.eq("_id", aggregate), Filters.lt("last", folded.last())),
        Updates.combine(
            Updates.set("count", folded.count()),
            Updates.set("last", folded.last()),
            Updates.set("digest", folded.digest())),
        new UpdateOptions().upsert(true));
  }

  private void write(List<WriteModel<Document>> writes) {
    try {
      aggregates.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      // A newer state lies there already: a former life's write arrived after we had looked.
      if (e.getWriteErrors().isEmpty()
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
    }
  }

  private Map<String, Folded> read(Set<String> ids) {
    Map<String, Folded> found = new HashMap<>();
    for (Document document : aggregates.find(Filters.in("_id", ids))) {
      found.put(document.getString("_id"), folded(document));
    }
    return found;
  }

  /** Everything in it. */
  Map<String, Folded> all() {
    Map<String, Folded> found = new HashMap<>();
    for (Document document : aggregates.find()) {
      found.put(document.getString("_id"), folded(document));
    }
    return found;
  }

  private static Folded folded(Document document) {
    return new Folded(
        document.get("count", Number.class).longValue(),
        document.get("last", Number.class).longValue(),
        document.getString("digest"));
  }
}
