package io.vientro.trials.drill;

import io.vientro.log.EventHasher;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import java.util.HexFormat;
import java.util.List;

/** Short digests to compare by, in lower-case hex. */
final class Digests {
  private static final int EVENT_BYTES = 8;
  private static final int CONTENT_BYTES = 16;

  private Digests() {}

  /** Of an event where it lies. */
  static String event(StoredEvent stored) {
    return HexFormat.of().formatHex(EventHasher.leaf(stored), 0, EVENT_BYTES);
  }

  /** Of everything in a commit, wherever it lies. */
  static String content(String commitId, List<NewEvent> events) {
    byte[] running = EventHasher.genesis();
    for (NewEvent event : events) {
      running = EventHasher.running(running, EventHasher.leaf(new StoredEvent(0, commitId, event)));
    }
    return HexFormat.of().formatHex(running, 0, CONTENT_BYTES);
  }

  static String content(StoredCommit commit) {
    return content(commit.id(), commit.events().stream().map(StoredEvent::event).toList());
  }
}
