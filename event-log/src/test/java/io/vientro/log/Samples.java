package io.vientro.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Commits to test with. */
public final class Samples {
  static final Instant AT = Instant.parse("2021-03-01T02:03:04.005Z");

  private Samples() {}

  public static NewEvent event(String aggregate, long sequence) {
    return event(aggregate, sequence, "{\"n\":" + sequence + "}");
  }

  public static NewEvent event(String aggregate, long sequence, String payload) {
    return new NewEvent(
        aggregate, sequence, UUID.randomUUID().toString(), AT, "sample.happened", 1, payload, "{}");
  }

  public static Commit commit(String id, NewEvent... events) {
    return new Commit(id, Arrays.asList(events));
  }

  /** A commit of its own id with events of one aggregate from a sequence on. */
  public static Commit commit(String aggregate, long from, int count) {
    List<NewEvent> events = new ArrayList<>();
    for (long s = from; s < from + count; s++) {
      events.add(event(aggregate, s));
    }
    return new Commit(UUID.randomUUID().toString(), events);
  }

  public static List<StoredEvent> readAll(EventLog log, long from) {
    LogReader reader = log.reader(from);
    List<StoredEvent> all = new ArrayList<>();
    for (List<StoredEvent> some = reader.next(100); !some.isEmpty(); some = reader.next(100)) {
      all.addAll(some);
    }
    return all;
  }
}
