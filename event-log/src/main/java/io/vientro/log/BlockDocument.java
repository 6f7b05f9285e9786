package io.vientro.log;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** A block as it lies in the collection. {@code docs/log-format.md} describes every field. */
public final class BlockDocument {
  private static final Set<String> FIELDS = Set.of("_id", "n", "prev", "hash", "k", "c", "ev");
  private static final Set<String> EVENT_FIELDS =
      Set.of("c", "a", "s", "id", "at", "t", "r", "p", "m");

  private BlockDocument() {}

  /** The document of a block: always these fields, in this order, of these types. */
  public static Document encode(Block block) {
    List<Document> events = new ArrayList<>();
    for (StoredEvent stored : block.events()) {
      NewEvent event = stored.event();
      events.add(
          new Document("c", block.commitIds().indexOf(stored.commitId()))
              .append("a", event.aggregate())
              .append("s", event.sequence())
              .append("id", event.id())
              .append("at", Date.from(event.at()))
              .append("t", event.type())
              .append("r", event.revision())
              .append("p", event.payload())
              .append("m", event.metadata()));
    }
    return new Document("_id", block.first())
        .append("n", block.events().size())
        .append("prev", new Binary(block.prev()))
        .append("hash", new Binary(block.hash()))
        .append("k", block.keys())
        .append("c", block.commitIds())
        .append("ev", events);
  }

  /**
   * Reads a document and checks that it is a block at all; the hashes are checked by who knows the
   * one before.
   *
   * @throws LogCorruptedException if a field is missing, of another kind, contradicts another one,
   *     or is none of the format: no hash would cover it
   */
  public static Block decode(Document document) {
    long first = position(document);
    try {
      List<String> commitIds = document.getList("c", String.class);
      List<Document> documents = document.getList("ev", Document.class);
      List<StoredEvent> events = new ArrayList<>();
      only(FIELDS, document);
      for (Document event : documents) {
        only(EVENT_FIELDS, event);
        events.add(event(first + events.size(), commitIds, event));
      }
      Block block =
          new Block(binary(document, "prev"), binary(document, "hash"), commitIds, events);
      int n = document.get("n", Number.class).intValue();
      if (n != events.size() || events.isEmpty()) {
        throw new LogCorruptedException(first, "n is " + n + ", events are " + events.size());
      }
      if (!block.keys().equals(document.getList("k", String.class))) {
        throw new LogCorruptedException(first, "the keys are not those of the events");
      }
      return block;
    } catch (NullPointerException
        | ClassCastException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      // A document that somebody else wrote or changed; which of its fields is wrong is in the
      // cause.
      throw new LogCorruptedException(first, "not a block of this log: " + e.getMessage(), e);
    }
  }

  private static void only(Set<String> fields, Document document) {
    if (!fields.containsAll(document.keySet())) {
      throw new IllegalArgumentException("a field that is none of " + fields);
    }
  }

  static long position(Document document) {
    if (document.get("_id") instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw new LogCorruptedException(
        0, "a document whose _id is no position: " + document.get("_id"));
  }

  /** An event of a block or of a part of one. */
  static StoredEvent event(long position, List<String> commitIds, Document event) {
    return new StoredEvent(
        position,
        commitIds.get(event.get("c", Number.class).intValue()),
        new NewEvent(
            event.getString("a"),
            event.get("s", Number.class).longValue(),
            event.getString("id"),
            event.getDate("at").toInstant(),
            event.getString("t"),
            event.get("r", Number.class).intValue(),
            event.getString("p"),
            event.getString("m")));
  }

  static byte[] binary(Document document, String field) {
    return document.get(field, Binary.class).getData();
  }
}
