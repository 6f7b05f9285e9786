package io.vientro.query.projection;

import io.vientro.store.RecordedEvent;
import java.util.List;

/** Takes events into the collections of a view, a batch at a time. */
public interface Projector {

  /**
   * Takes a batch. Taking it again, after a crash as well, whole or cut otherwise, changes nothing.
   *
   * @param events in the order of their position
   * @throws ProjectionException naming the event that cannot be taken
   */
  void take(List<RecordedEvent> events);
}
