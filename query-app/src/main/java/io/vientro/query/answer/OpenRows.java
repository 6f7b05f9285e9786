package io.vientro.query.answer;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.CalendarDuty;
import io.vientro.query.work.OpenWorkView;
import io.vientro.query.work.WorkCount;
import io.vientro.query.work.WorkList;
import io.vientro.query.work.WorkRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of open work a page at a time, and their counts.
 *
 * <p>A process that stalls and wakes up may write a row that was deleted meanwhile. So each row of
 * a page is looked up in its dossier's working document, and one that is not named there, nor newer
 * than it, is left out.
 */
final class OpenRows {
  private final ViewStore store;
  private final int fewAtMost;

  OpenRows(ViewStore store) {
    this(store, Pages.FEW);
  }

  /**
   * @param fewAtMost up to so many matches are sorted here
   */
  OpenRows(ViewStore store, int fewAtMost) {
    this.store = store;
    this.fewAtMost = fewAtMost;
  }

  /** A page, and where the next one begins; null on the last page. */
  record Page<R>(List<R> rows, @Nullable String nextCursor) {}

  /**
   * @param question everything that selects and orders the list
   * @param cursor of the page before, or null for the first
   */
  <R extends WorkRow> Page<R> page(
      WorkList list,
      Class<R> type,
      List<Bson> conditions,
      String question,
      @Nullable String cursor,
      int limit) {
    var pages = new Pages(store, list.collection(), fewAtMost);
    var place = Cursors.read(question, cursor);
    var rows = new ArrayList<R>();
    while (rows.size() <= limit) {
      var wanted = limit + 1 - rows.size();
      var found = pages.next(conditions, place, wanted);
      rows.addAll(present(found.stream().map(stored -> store.read(stored, type)).toList()));
      if (found.size() < wanted) {
        return new Page<>(List.copyOf(rows), null);
      }
      place = found.getLast().getString(Pages.ID);
    }
    var shown = List.copyOf(rows.subList(0, limit));
    return new Page<>(shown, Cursors.write(question, shown.getLast().id()));
  }

  private record Known(long position, List<String> rows) {}

  private <R extends WorkRow> List<R> present(List<R> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    var known = new HashMap<String, Known>();
    store
        .collection(OpenWorkView.CASES)
        .find(
            Filters.in(Pages.ID, rows.stream().map(row -> row.dossier().id()).distinct().toList()))
        .projection(Projections.include("position", "rows"))
        .forEach(stored -> known.put(stored.getString(Pages.ID), known(stored)));
    return rows.stream().filter(row -> present(row, known.get(row.dossier().id()))).toList();
  }

  private static Known known(Document stored) {
    return new Known(stored.getLong("position"), stored.getList("rows", String.class));
  }

  /** What is newer than the working document is being written just now. */
  private static boolean present(WorkRow row, @Nullable Known known) {
    return known == null
        || row.position() > known.position()
        || known.rows().contains(row.reference());
  }

  /** How many rows match, up to a number. */
  long count(WorkList list, List<Bson> conditions, int atMost) {
    return store
        .collection(list.collection())
        .countDocuments(
            Filters.and(conditions), new CountOptions().limit(atMost).hintString(Pages.ORDER));
  }

  /** The scope of counts of all that somebody may read. */
  static String scope(Sight sight) {
    return sight instanceof Sight.Marked(var reader)
        ? ListKeys.reader(reader)
        : WorkCount.EVERYTHING;
  }

  /** The counts of a list within a scope: by what, then by value; without what is zero. */
  Map<String, SortedMap<String, Long>> counts(WorkList list, String scope) {
    var prefix = WorkCount.prefix(list, scope);
    // The character after the bar, so that the range holds exactly what begins with the prefix.
    var end = prefix.substring(0, prefix.length() - 1) + '}';
    var counts = new HashMap<String, SortedMap<String, Long>>();
    var range = new Document(Pages.ID, new Document("$gte", prefix).append("$lt", end));
    for (var stored : store.collection(OpenWorkView.COUNTS).find(range)) {
      var count = store.read(stored, WorkCount.class);
      var rest = count.id().substring(prefix.length());
      var bar = rest.indexOf('|');
      if (count.n() != 0) {
        counts
            .computeIfAbsent(rest.substring(0, bar), what -> new TreeMap<>())
            .put(rest.substring(bar + 1), count.n());
      }
    }
    return counts;
  }

  /** Duties to record the notice of a year; there is at most one a year. */
  List<CalendarDuty> calendarDuties() {
    var duties = new ArrayList<CalendarDuty>();
    store
        .collection(OpenWorkView.CALENDAR_DUTIES)
        .find()
        .forEach(stored -> duties.add(store.read(stored, CalendarDuty.class)));
    return duties;
  }

  /** The counts with these ids, in their order; zero where there is none. */
  List<Long> counts(List<String> ids) {
    var found = store.load(OpenWorkView.COUNTS, Pages.ID, ids, WorkCount.class);
    return ids.stream().map(found::get).map(count -> count == null ? 0L : count.n()).toList();
  }
}
