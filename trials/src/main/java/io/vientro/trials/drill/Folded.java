package io.vientro.trials.drill;

import io.vientro.log.EventHasher;
import io.vientro.log.StoredEvent;
import java.util.HexFormat;

/**
 * What a reader's projection keeps of one aggregate: any event missed, doubled or out of order
 * gives another digest.
 *
 * @param count number of its events
 * @param last position of the last one; -1 if there is none
 * @param digest in lower-case hex
 */
record Folded(long count, long last, String digest) {
  static final Folded NOTHING = new Folded(0, -1, HexFormat.of().formatHex(EventHasher.genesis()));

  Folded with(StoredEvent event) {
    byte[] next = EventHasher.running(HexFormat.of().parseHex(digest), EventHasher.leaf(event));
    return new Folded(count + 1, event.position(), HexFormat.of().formatHex(next));
  }
}
