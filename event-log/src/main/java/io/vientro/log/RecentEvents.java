package io.vientro.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last events of the log, without holes, as many as the bounds allow. Thread-safe. */
final class RecentEvents {
  private static final long UNKNOWN = -1;

  private final long mostCharacters;

  /** A ring: the event at a position lies at the position's remainder. */
  private final @Nullable StoredEvent[] ring;

  private int size;
  private long characters;
  private long first = UNKNOWN;

  RecentEvents(int mostEvents, long mostCharacters) {
    this.ring = new StoredEvent[mostEvents];
    this.mostCharacters = mostCharacters;
  }

  synchronized void startAt(long position) {
    first = position;
  }

  /** Appends events, the first of which lies at {@link #next()}. */
  synchronized void add(List<StoredEvent> more) {
    for (StoredEvent event : more) {
      if (size == ring.length) {
        forgetFirst();
      }
      ring[slot(event.position())] = event;
      size++;
      characters += length(event);
      while (characters > mostCharacters && size > 0) {
        forgetFirst();
      }
    }
  }

  private void forgetFirst() {
    StoredEvent event = ring[slot(first)];
    if (event != null) {
      characters -= length(event);
    }
    ring[slot(first)] = null;
    first++;
    size--;
  }

  private int slot(long position) {
    return (int) (position % ring.length);
  }

  /** The position after the last event; -1 as long as nobody knows. */
  synchronized long next() {
    return first == UNKNOWN ? UNKNOWN : first + size;
  }

  /** Events from a position on, perhaps none; null if they are not kept here, any more or yet. */
  synchronized @Nullable List<StoredEvent> from(long position, int max) {
    if (first == UNKNOWN || position < first) {
      return null;
    }
    List<StoredEvent> found = new ArrayList<>();
    for (long p = position; p < first + size && found.size() < max; p++) {
      StoredEvent event = ring[slot(p)];
      if (event != null) {
        found.add(event);
      }
    }
    return found;
  }

  private static long length(StoredEvent event) {
    return event.event().payload().length() + event.event().metadata().length();
  }
}
