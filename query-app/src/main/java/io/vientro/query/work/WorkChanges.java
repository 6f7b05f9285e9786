package io.vientro.query.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run of events changes; gathered before any of it is written. */
final class WorkChanges {
  private final Map<String, WorkCase> documents;
  private final Map<String, List<WorkRow>> rows = new LinkedHashMap<>();
  private final Map<String, Long> vanished = new HashMap<>();
  private final Map<String, List<Change>> counts = new LinkedHashMap<>();

  /** A change of a count. */
  private record Change(String upTo, int by) {}

  /**
   * @param documents as they are before, by id
   */
  WorkChanges(Map<String, WorkCase> documents) {
    this.documents = new HashMap<>(documents);
  }

  @Nullable WorkCase document(String id) {
    return documents.get(id);
  }

  /**
   * Adds one event of one dossier.
   *
   * @param before null if it is its first
   */
  void add(@Nullable WorkCase before, WorkCase.Taken taken) {
    var after = taken.document();
    documents.put(after.id(), after);
    rows.put(after.id(), taken.rows());
    // Rows in between as well: an attempt that ended between these events may have written them.
    if (before != null) {
      before.rows().forEach(row -> vanished.put(row, after.position()));
    }
    after.rows().forEach(vanished::remove);
    var place = WorkCount.place(after.position(), after.id());
    difference(before == null ? List.of() : before.counted(), after.counted())
        .forEach(
            (count, by) ->
                counts.computeIfAbsent(count, c -> new ArrayList<>()).add(new Change(place, by)));
  }

  private static Map<String, Integer> difference(List<String> before, List<String> after) {
    var by = new HashMap<String, Integer>();
    after.forEach(count -> by.merge(count, 1, Integer::sum));
    before.forEach(count -> by.merge(count, -1, Integer::sum));
    by.values().removeIf(n -> n == 0);
    return by;
  }

  /** The rows of a list that there are now. */
  List<WorkRow> rows(WorkList list) {
    return rows.values().stream().flatMap(List::stream).filter(row -> row.list() == list).toList();
  }

  /** Ids of rows of a list that are no more, with the position from which they are none. */
  Map<String, Long> vanished(WorkList list) {
    var prefix = list.list() + ' ';
    var ids = new HashMap<String, Long>();
    vanished.forEach(
        (row, at) -> {
          if (row.startsWith(prefix)) {
            ids.put(row.substring(prefix.length()), at);
          }
        });
    return ids;
  }

  /** Ids of the counts that change. */
  Set<String> counted() {
    return counts.keySet();
  }

  /**
   * The changed counts.
   *
   * @param known as they are now; what is in them already is not counted again
   */
  Collection<WorkCount> counts(Map<String, WorkCount> known) {
    var changed = new ArrayList<WorkCount>();
    counts.forEach(
        (id, changes) -> {
          var now = known.get(id);
          var upTo = now == null ? "" : now.upTo();
          var n = now == null ? 0 : now.n();
          for (var change : changes) {
            if (change.upTo().compareTo(upTo) > 0) {
              n += change.by();
              upTo = change.upTo();
            }
          }
          if (now == null || !upTo.equals(now.upTo())) {
            changed.add(new WorkCount(id, upTo, n));
          }
        });
    return changed;
  }

  /** The working documents that changed. */
  List<WorkCase> documents() {
    return rows.keySet().stream().map(documents::get).toList();
  }
}
