package io.vientro.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One chunk of an aggregate's history: what the keys of the log promise, and the events that were
 * found for it.
 */
record AggregateSlice(
    String aggregate, long from, Set<String> foundKeys, List<StoredEvent> events) {
  /** Keys looked up in one go; most dossiers fit into one. */
  static final int CHUNK = 32;

  /** Looks up one chunk. */
  interface Lookup {
    AggregateSlice slice(long from, int size);
  }

  /** The history from a sequence on, chunk by chunk, each checked. */
  static List<StoredEvent> load(long fromSequence, int limit, Lookup lookup) {
    List<StoredEvent> events = new ArrayList<>();
    while (events.size() < limit) {
      int size = Math.min(CHUNK, limit - events.size());
      List<StoredEvent> chunk = lookup.slice(fromSequence + events.size(), size).checked();
      events.addAll(chunk);
      if (chunk.size() < size) {
        break;
      }
    }
    return events;
  }

  static List<String> keys(String aggregate, long from, int size) {
    return LongStream.range(from, from + size).mapToObj(s -> Block.key(aggregate, s)).toList();
  }

  /**
   * The events in the order of their sequence.
   *
   * @throws LogCorruptedException if the events are not exactly those the keys promise, or leave a
   *     gap
   */
  List<StoredEvent> checked() {
    List<StoredEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(e -> e.event().sequence()));
    Set<String> eventKeys = new HashSet<>();
    for (StoredEvent event : sorted) {
      if (!eventKeys.add(Block.key(event.event()))) {
        throw new LogCorruptedException(
            event.position(), "a second event " + Block.key(event.event()));
      }
    }
    if (!eventKeys.equals(foundKeys)) {
      throw new LogCorruptedException(
          sorted.isEmpty() ? 0 : sorted.getFirst().position(),
          "the keys of %s promise %d events from %d on, found are %d"
              .formatted(aggregate, foundKeys.size(), from, eventKeys.size()));
    }
    for (int i = 0; i < sorted.size(); i++) {
      StoredEvent event = sorted.get(i);
      if (event.event().sequence() != from + i) {
        throw new LogCorruptedException(
            event.position(), "%s lacks its event %d".formatted(aggregate, from + i));
      }
    }
    return sorted;
  }
}
