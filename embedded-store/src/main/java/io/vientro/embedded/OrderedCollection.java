package io.vientro.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that walks its documents in the order of {@code _id} from a bound on, instead of
 * reading and sorting all of them for each query. The documents lie in that order already; only a
 * query for a range of {@code _id}, or sorted by it, and only a collection whose ids are all 64-bit
 * integers or all strings, takes this way. Every condition is still checked on every document.
 */
final class OrderedCollection extends H2Collection {
  private static final String ID = "_id";

  private final MVMap<Object, Document> documents;

  OrderedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    this.documents = documents;
    super(database, name, options, documents, meta, cursors);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Direction direction = Direction.of(orderBy);
    if (direction == Direction.OTHER || query.containsKey("$query") || !hasUniformIds()) {
      return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
    Object lower = bound(query, "$gte", "$gt");
    Object upper = bound(query, "$lte", "$lt");
    if (direction == Direction.NONE && lower == null && upper == null) {
      return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
    boolean descending = direction == Direction.DESCENDING;
    Iterator<Map.Entry<Object, Document>> entries = entries(lower, upper, descending);
    Stream<Document> stream =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                    entries, Spliterator.ORDERED | Spliterator.NONNULL),
                false)
            .map(Map.Entry::getValue);
    return matchDocumentsFromStream(stream, query, null, skip, limit, batchSize, fields);
  }

  private Iterator<Map.Entry<Object, Document>> entries(
      @Nullable Object lower, @Nullable Object upper, boolean descending) {
    Object from = descending ? upper : lower;
    Object to = descending ? lower : upper;
    var cursor = documents.cursor(from, to, descending);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cursor.hasNext();
      }

      @Override
      public Map.Entry<Object, Document> next() {
        Object key = cursor.next();
        return Map.entry(key, cursor.getValue());
      }
    };
  }

  /** Ids of one kind lie together in the map, so that the first and the last one speak for all. */
  private boolean hasUniformIds() {
    Object first = documents.firstKey();
    Object last = documents.lastKey();
    return first instanceof Long && last instanceof Long
        || first instanceof String && last instanceof String;
  }

  /**
   * The bound on the id if it is of the kind of the ids; exclusive bounds are taken as inclusive,
   * the filter does the rest.
   */
  private @Nullable Object bound(Document query, String inclusive, String exclusive) {
    if (!(query.get(ID) instanceof Document condition)) {
      return null;
    }
    Object value =
        condition.containsKey(inclusive) ? condition.get(inclusive) : condition.get(exclusive);
    Object first = documents.firstKey();
    if (first instanceof Long && (value instanceof Long || value instanceof Integer)) {
      return ((Number) value).longValue();
    }
    return first instanceof String && value instanceof String ? value : null;
  }

  private enum Direction {
    NONE,
    ASCENDING,
    DESCENDING,
    OTHER;

    static Direction of(@Nullable Document orderBy) {
      if (orderBy == null || orderBy.isEmpty()) {
        return NONE;
      }
      if (orderBy.size() != 1 || !(orderBy.get(ID) instanceof Number sign)) {
        return OTHER;
      }
      return sign.intValue() < 0 ? DESCENDING : ASCENDING;
    }
  }
}
