package io.vientro.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the collection {@code subject_keys}: {@code { _id: key id, k: 32 bytes, at: when it was
 * created }}; of a destroyed one {@code { _id: key id, destroyed: when }} stays. Writes are
 * acknowledged by the majority and journaled. Backups of this collection keep destroyed keys alive:
 * keep them apart from those of the log, and not for longer than the erasure may take.
 */
public final class MongoSubjectKeys implements SubjectKeys {
  /** Name of the collection. */
  public static final String COLLECTION = "subject_keys";

  private final MongoCollection<Document> keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public MongoSubjectKeys(MongoDatabase database, Clock clock) {
    this.keys =
        database
            .getCollection(COLLECTION)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.clock = clock;
  }

  @Override
  public Map<String, SubjectKey> obtain(Set<String> keyIds) {
    var found = find(keyIds);
    if (found.size() == keyIds.size()) {
      return found;
    }
    create(keyIds.stream().filter(id -> !found.containsKey(id)).sorted().toList());
    // Read back rather than trusted: another process may have been first with some of them.
    var all = find(keyIds);
    if (all.size() != keyIds.size()) {
      throw new IllegalStateException("subject keys vanished while they were created");
    }
    return all;
  }

  @Override
  public Map<String, SubjectKey> find(Set<String> keyIds) {
    var found = new HashMap<String, SubjectKey>();
    if (keyIds.isEmpty()) {
      return found;
    }
    for (var document : keys.find(Filters.in("_id", new HashSet<>(keyIds)))) {
      found.put(document.getString("_id"), read(document));
    }
    return found;
  }

  /** All keys and marks of destroyed ones as they are stored, by id; for a backup. */
  Iterable<Document> stored() {
    return keys.find().sort(Sorts.ascending("_id"));
  }

  /**
   * Puts a backup into an empty store, or completes one that was put there in part.
   *
   * @param all as {@link #stored()} gave them
   * @return the id of a key that is there and is another one; null if all is well
   */
  @Nullable String restore(Collection<Document> all) {
    var missing = new LinkedHashMap<String, Document>();
    all.forEach(document -> missing.put(document.getString("_id"), document));
    for (var document : keys.find()) {
      var restored = missing.remove(document.getString("_id"));
      if (!document.equals(restored)) {
        return document.getString("_id");
      }
    }
    if (!missing.isEmpty()) {
      keys.insertMany(List.copyOf(missing.values()));
    }
    return null;
  }

  @Override
  public void destroy(String keyId) {
    try {
      bury(keyId);
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // Two upserts of one id at the same time: the document is there now.
      bury(keyId);
    }
  }

  private void bury(String keyId) {
    keys.updateOne(
        Filters.eq("_id", keyId),
        Updates.combine(
            Updates.unset("k"),
            Updates.unset("at"),
            Updates.set("destroyed", Date.from(clock.instant()))),
        new UpdateOptions().upsert(true));
  }

  private void create(List<String> keyIds) {
    var now = Date.from(clock.instant());
    var documents = new ArrayList<Document>();
    for (var id : keyIds) {
      var secret = new byte[SubjectKey.Alive.LENGTH];
      random.nextBytes(secret);
      documents.add(new Document("_id", id).append("k", new Binary(secret)).append("at", now));
    }
    try {
      keys.insertMany(documents, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream()
              .anyMatch(w -> w.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
        throw e;
      }
    }
  }

  private static SubjectKey read(Document document) {
    if (document.get("destroyed") != null) {
      return new SubjectKey.Destroyed();
    }
    return new SubjectKey.Alive(document.get("k", Binary.class).getData());
  }
}
