package io.vientro.trials.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document per aggregate: number of events, position and payload of the last one. */
final class ReadModel {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> documents;
  private final MongoCollection<Document> tokens;

  ReadModel(MongoDatabase database, String collection) {
    documents = database.getCollection(collection);
    tokens = database.getCollection(collection + "_tokens");
  }

  private record Folded(int count, Seen last) {
    Folded and(Folded later) {
      return new Folded(count + later.count, later.last);
    }
  }

  /** As our processors do: the documents, then the token. */
  void take(List<Seen> batch) {
    upsert(batch);
    storeToken(batch.getLast().position());
  }

  /** A fold of the batch, then one unordered bulk write guarded by position. */
  void upsert(List<Seen> batch) {
    Map<String, Folded> folded = new LinkedHashMap<>();
    for (Seen seen : batch) {
      folded.merge(seen.aggregate(), new Folded(1, seen), Folded::and);
    }
    List<UpdateOneModel<Document>> upserts =
        folded.values().stream()
            .map(
                each ->
                    new UpdateOneModel<Document>(
                        Filters.and(
                            Filters.eq(each.last().aggregate()),
                            Filters.lt("position", each.last().position())),
                        update(each.count(), each.last()),
                        UPSERT))
            .toList();
    documents.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
  }

  void storeToken(long position) {
    tokens.replaceOne(
        Filters.eq("token"), new Document("position", position), new ReplaceOptions().upsert(true));
  }

  /** As an event handler of Axon does: one upsert for one event. */
  void takeOne(Seen seen) {
    documents.updateOne(Filters.eq(seen.aggregate()), update(1, seen), UPSERT);
  }

  private static Bson update(int count, Seen last) {
    return Updates.combine(
        Updates.inc("count", count),
        Updates.set("position", last.position()),
        Updates.set("payload", last.payload()));
  }

  /** Number of events that it took, added up. */
  long events() {
    long sum = 0;
    for (Document document : documents.find()) {
      sum += document.get("count", Number.class).longValue();
    }
    return sum;
  }

  /**
   * What is answered wrongly is not measured.
   *
   * @throws IllegalStateException if it did not take exactly so many events
   */
  void requireEvents(long wanted) {
    long found = events();
    if (found != wanted) {
      throw new IllegalStateException(
          "the read model took " + found + " events instead of " + wanted);
    }
  }

  void drop() {
    documents.drop();
    tokens.drop();
  }
}
