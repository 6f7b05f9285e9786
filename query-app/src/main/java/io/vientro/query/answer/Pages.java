package io.vientro.query.answer;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vientro.query.projection.ViewStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads a collection a page at a time, in the order of {@code _id}.
 *
 * <p>The store finds by a secondary index but does not sort by it, so a page is got in one of two
 * ways and never by sorting a large match: where few lines match, their places are found without
 * order and sorted here; where many do, the next ones come soon enough when all lines are walked in
 * their order.
 */
final class Pages {
  // Of 100,000 lines on the durable store: finding 500 places takes some 40 ms, and where more
  // match, a walk meets 50 of them sooner.
  static final int FEW = 500;

  static final String ID = "_id";
  static final String ORDER = "_id_";

  private final ViewStore store;
  private final String collection;
  private final int fewAtMost;

  /**
   * @param fewAtMost up to so many matches are sorted here
   */
  Pages(ViewStore store, String collection, int fewAtMost) {
    this.store = store;
    this.collection = collection;
    this.fewAtMost = fewAtMost;
  }

  /**
   * The next lines.
   *
   * @param conditions all must hold; none for every line
   * @param after place of the line before, or null to begin with
   */
  List<Document> next(List<Bson> conditions, @Nullable String after, int limit) {
    var and = new ArrayList<>(conditions);
    if (after != null) {
      and.add(Filters.gt(ID, after));
    }
    var all = and.isEmpty() ? Filters.empty() : Filters.and(and);
    var few = conditions.isEmpty() ? null : places(all);
    return few == null ? walking(all, limit).into(new ArrayList<>()) : at(few, limit);
  }

  /** The places of all matches, sorted; null if there are more than a few. */
  private @Nullable List<String> places(Bson filter) {
    var places = new ArrayList<String>();
    var found = collection().find(filter).projection(Projections.include(ID)).limit(fewAtMost + 1);
    for (var document : found) {
      places.add(document.getString(ID));
    }
    places.sort(null);
    return places.size() > fewAtMost ? null : places;
  }

  private List<Document> at(List<String> places, int limit) {
    var wanted = places.subList(0, Math.min(limit, places.size()));
    var found = new ArrayList<Document>();
    if (!wanted.isEmpty()) {
      collection().find(Filters.in(ID, wanted)).into(found);
      found.sort(Comparator.comparing(stored -> stored.getString(ID)));
    }
    return found;
  }

  /** Without the hint the durable store finds by the keys and sorts what it found. */
  FindIterable<Document> walking(Bson filter, int limit) {
    return collection().find(filter).sort(Sorts.ascending(ID)).hintString(ORDER).limit(limit);
  }

  private MongoCollection<Document> collection() {
    return store.collection(collection);
  }
}
