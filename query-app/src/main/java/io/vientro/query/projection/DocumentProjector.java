package io.vientro.query.projection;

import io.vientro.store.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes events into one collection, a batch at a time: the touched documents are loaded once,
 * folded in memory, and written at once.
 *
 * @param <D> documents of the view
 */
final class DocumentProjector<D extends ViewDocument> implements Projector {
  private final Projection<D> projection;
  private final ViewStore store;
  private final String collection;

  /**
   * @param collection where to; a rebuild writes elsewhere than the view lies
   */
  DocumentProjector(Projection<D> projection, ViewStore store, String collection) {
    this.projection = projection;
    this.store = store;
    this.collection = collection;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Nothing of a batch is written if one of its events cannot be taken.
   */
  @Override
  public void take(List<RecordedEvent> events) {
    Set<String> keys =
        events.stream().map(projection::key).filter(Objects::nonNull).collect(Collectors.toSet());
    if (keys.isEmpty()) {
      return;
    }
    var documents = store.load(collection, projection.keyField(), keys, projection.documentType());
    var changed = new HashMap<String, D>();
    events.forEach(event -> fold(event, documents, changed));
    store.save(collection, changed.values());
  }

  private void fold(RecordedEvent event, Map<String, D> documents, Map<String, D> changed) {
    var key = projection.key(event);
    if (key == null) {
      return;
    }
    var document = documents.get(key);
    if (document != null && document.position() >= event.position()) {
      return;
    }
    try {
      var folded = projection.fold(document, event);
      documents.put(key, folded);
      changed.put(key, folded);
    } catch (RuntimeException e) {
      throw new ProjectionException(projection.view(), event.position(), e);
    }
  }
}
