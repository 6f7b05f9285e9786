package io.vientro.query.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.vientro.store.ViewJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Read models in their collections. A write says how far it has read and never replaces what has
 * read further, so writing twice, late or from two processes at once does no harm, and no
 * transaction is needed.
 */
public final class ViewStore {
  private static final String ID = "_id";
  private static final String POSITION = "position";
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoTemplate mongo;
  private final ViewJson json;

  public ViewStore(MongoTemplate mongo, ViewJson json) {
    this.mongo = mongo;
    this.json = json;
  }

  public MongoCollection<Document> collection(String name) {
    return mongo.getCollection(name);
  }

  /**
   * Creates indexes on a collection; doing it twice is fine. Order never comes from them, and the
   * embedded store ignores those that are not unique.
   */
  public void index(String collectionName, List<String> unique, List<String> searched) {
    var collection = collection(collectionName);
    for (var field : unique) {
      collection.createIndex(Indexes.ascending(field), new IndexOptions().unique(true));
    }
    for (var field : searched) {
      collection.createIndex(Indexes.ascending(field));
    }
  }

  /**
   * The documents with these keys, by key; in one query.
   *
   * @param field that holds the keys
   */
  public <D extends ViewDocument> Map<String, D> load(
      String collection, String field, Collection<String> keys, Class<D> type) {
    var found = new HashMap<String, D>();
    if (keys.isEmpty()) {
      return found;
    }
    for (var stored : collection(collection).find(Filters.in(field, keys))) {
      found.put(stored.getString(field), read(stored, type));
    }
    return found;
  }

  /** Writes what is newer than what is there; the rest is stale and is left out. */
  public void save(String collection, Collection<? extends ViewDocument> documents) {
    save(collection, documents, POSITION, ViewDocument::position);
  }

  /**
   * As {@link #save(String, Collection)}, where something else than the position says what is
   * newer.
   *
   * @param guard field that grows
   * @param value what a document has there
   */
  public <D extends ViewDocument> void save(
      String collection, Collection<D> documents, String guard, Function<D, Object> value) {
    if (documents.isEmpty()) {
      return;
    }
    var writes = new ArrayList<ReplaceOneModel<Document>>(documents.size());
    for (var document : documents) {
      // One flat document: within an $and the embedded store does not look by _id.
      var older =
          new Document(ID, document.id()).append(guard, new Document("$lt", value.apply(document)));
      writes.add(new ReplaceOneModel<>(older, write(document), new ReplaceOptions().upsert(true)));
    }
    try {
      collection(collection).bulkWrite(writes, UNORDERED);
    } catch (MongoBulkWriteException e) {
      // A duplicate key is the answer to a stale write: the document is there and is not older.
      if (e.getWriteConcernError() != null || !allDuplicates(e)) {
        throw e;
      }
    }
  }

  /**
   * Deletes documents, except what was written at or after the position at which they vanished.
   *
   * @param vanished position by id
   */
  public void delete(String collection, Map<String, Long> vanished) {
    if (vanished.isEmpty()) {
      return;
    }
    var writes = new ArrayList<DeleteOneModel<Document>>(vanished.size());
    vanished.forEach(
        (id, position) ->
            writes.add(
                new DeleteOneModel<>(
                    new Document(ID, id).append(POSITION, new Document("$lt", position)))));
    collection(collection).bulkWrite(writes, UNORDERED);
  }

  private static boolean allDuplicates(MongoBulkWriteException e) {
    return e.getWriteErrors().stream()
        .allMatch(w -> w.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }

  /** A stored document as its record. */
  public <D> D read(Document stored, Class<D> type) {
    return json.read(tree(stored), type);
  }

  /** As {@link #read}, for what only reads part of it. */
  public ObjectNode tree(Document stored) {
    var tree = BsonTrees.tree(stored);
    tree.set("id", tree.remove(ID));
    return tree;
  }

  Document write(ViewDocument document) {
    var tree = json.tree(document);
    tree.remove("id");
    var stored = new Document(ID, document.id());
    stored.putAll(BsonTrees.document(tree));
    return stored;
  }

  public ViewJson json() {
    return json;
  }
}
