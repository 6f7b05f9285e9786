package io.vientro.command.due;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.store.ViewJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The index in its collections. Order is in {@code _id}; a write says at which position of the log
 * it stands and never replaces what has read further, so writing twice, late or from two processes
 * at once does no harm, and no transaction is needed.
 */
public final class DueStore {
  /** What is to be raised, the earliest first. */
  public static final String INDEX = "due_index";

  /** A working document per dossier. */
  public static final String CASES = "due_cases";

  /** The calendar as far as the index has taken it. */
  public static final String CALENDAR = "due_calendar";

  private static final String ID = "_id";
  private static final String POSITION = "position";
  private static final String ORDER = "_id_";
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoDatabase database;
  private final ViewJson json = new ViewJson();
  private final JsonMapper trees = JsonMapper.shared();

  public DueStore(MongoDatabase database) {
    this.database = database;
  }

  private MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  /**
   * What may be raised by an instant, the earliest first.
   *
   * @param after id of the last one of before, or null to begin with the first
   */
  public List<DueEntry> due(Instant now, @Nullable String after, int limit) {
    var range = new Document("$lt", DueEntry.idAfter(now));
    if (after != null) {
      range.append("$gt", after);
    }
    var found = new ArrayList<DueEntry>();
    collection(INDEX)
        .find(new Document(ID, range))
        .sort(Sorts.ascending(ID))
        .hintString(ORDER)
        .limit(limit)
        .forEach(stored -> found.add(entry(stored)));
    return found;
  }

  /**
   * Deletes an entry that the dossier's working document, having read as far, does not name: a
   * process that stood still in the middle of its work and went on later may leave one behind.
   *
   * @return whether there was one
   */
  boolean dropIfLeftBehind(DueEntry entry) {
    var known = cases(List.of(entry.dossier())).get(entry.dossier());
    return known != null
        && known.position() >= entry.position()
        && !known.names(entry)
        && collection(INDEX)
                .deleteOne(new Document(ID, entry.id()).append(POSITION, entry.position()))
                .getDeletedCount()
            == 1;
  }

  /** Deletes entries that were raised, before the log's news of it have come round. */
  void drop(List<DueEntry> raised) {
    if (raised.isEmpty()) {
      return;
    }
    var writes = new ArrayList<DeleteOneModel<Document>>(raised.size());
    for (var entry : raised) {
      writes.add(
          new DeleteOneModel<>(new Document(ID, entry.id()).append(POSITION, entry.position())));
    }
    collection(INDEX).bulkWrite(writes, UNORDERED);
  }

  DueCalendar calendar() {
    var stored = collection(CALENDAR).find(Filters.eq(ID, DueCalendar.ID)).first();
    return stored == null
        ? DueCalendar.NONE
        : new DueCalendar(position(stored), read(stored, Notices.class).notices());
  }

  Map<String, DueCase> cases(Collection<String> dossiers) {
    var found = new HashMap<String, DueCase>();
    for (var stored : collection(CASES).find(Filters.in(ID, dossiers))) {
      var read = dueCase(stored);
      found.put(read.dossier(), read);
    }
    return found;
  }

  /** Some dossiers that a notice can matter to, in the order of their ids. */
  List<DueCase> openAfter(String dossier, int limit) {
    var found = new ArrayList<DueCase>();
    collection(CASES)
        .find(new Document(ID, new Document("$gt", dossier)).append("open", true))
        .sort(Sorts.ascending(ID))
        .hintString(ORDER)
        .limit(limit)
        .forEach(stored -> found.add(dueCase(stored)));
    return found;
  }

  void saveEntries(List<DueEntry> entries) {
    save(INDEX, entries.stream().map(DueStore::document).toList());
  }

  /** Deletes entries, except what stands since then or later. */
  void deleteEntries(Map<String, Long> vanished) {
    if (vanished.isEmpty()) {
      return;
    }
    var writes = new ArrayList<DeleteOneModel<Document>>(vanished.size());
    vanished.forEach(
        (id, at) ->
            writes.add(
                new DeleteOneModel<>(
                    new Document(ID, id).append(POSITION, new Document("$lt", at)))));
    collection(INDEX).bulkWrite(writes, UNORDERED);
  }

  void saveCases(Collection<DueCase> cases) {
    save(CASES, cases.stream().map(this::document).toList());
  }

  void saveCalendar(DueCalendar calendar) {
    var stored = new Document(ID, DueCalendar.ID).append(POSITION, calendar.position());
    stored.putAll(tree(new Notices(calendar.notices())));
    save(CALENDAR, List.of(stored));
  }

  private void save(String collection, List<Document> documents) {
    if (documents.isEmpty()) {
      return;
    }
    var writes = new ArrayList<ReplaceOneModel<Document>>(documents.size());
    for (var document : documents) {
      // One flat document: within an $and the embedded store does not look by _id.
      var older =
          new Document(ID, document.get(ID))
              .append(POSITION, new Document("$lt", document.get(POSITION)));
      writes.add(new ReplaceOneModel<>(older, document, new ReplaceOptions().upsert(true)));
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

  private static boolean allDuplicates(MongoBulkWriteException e) {
    return e.getWriteErrors().stream()
        .allMatch(w -> w.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }

  // Documents

  private record Notices(List<CalendarNotice> notices) {}

  private record Segments(List<LimitSegment> segments) {}

  private static Document document(DueEntry entry) {
    return new Document(ID, entry.id())
        .append("at", entry.at().toString())
        .append("dossier", entry.dossier())
        .append("limit", entry.limit())
        .append("segment", entry.segment())
        .append("what", entry.what().name())
        .append("due", entry.due().toString())
        .append("extended", entry.extended())
        .append(POSITION, entry.position());
  }

  private static DueEntry entry(Document stored) {
    return new DueEntry(
        Instant.parse(stored.getString("at")),
        stored.getString("dossier"),
        stored.getString("limit"),
        stored.getInteger("segment"),
        What.valueOf(stored.getString("what")),
        LocalDate.parse(stored.getString("due")),
        stored.getBoolean("extended"),
        position(stored));
  }

  private Document document(DueCase dueCase) {
    var stored =
        new Document(ID, dueCase.dossier())
            .append(POSITION, dueCase.position())
            .append("open", dueCase.open());
    stored.putAll(tree(new Segments(dueCase.segments())));
    return stored.append("entries", dueCase.entries().stream().map(DueStore::document).toList());
  }

  private DueCase dueCase(Document stored) {
    return new DueCase(
        stored.getString(ID),
        position(stored),
        read(stored, Segments.class).segments(),
        stored.getList("entries", Document.class).stream().map(DueStore::entry).toList());
  }

  /** Core's records hold no fraction and no binary value: JSON text carries them without loss. */
  private Document tree(Object value) {
    return Document.parse(json.tree(value).toString());
  }

  private <T> T read(Document stored, Class<T> type) {
    var only = new Document(stored);
    only.keySet().retainAll(List.of("segments", "notices"));
    return json.read(trees.readTree(only.toJson()), type);
  }

  private static long position(Document stored) {
    return stored.get(POSITION, Number.class).longValue();
  }
}
