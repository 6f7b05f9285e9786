package io.vientro.query.projection;

import io.vientro.store.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of one collection, a document at a time. It looks at nothing but the document and the
 * event: no clock, no law, no other document.
 *
 * @param <D> its documents, records
 */
public interface Projection<D extends ViewDocument> extends View {

  Class<D> documentType();

  /** Field by which touched documents are found: {@code _id} or one with a unique index. */
  String keyField();

  /**
   * Value of {@link #keyField()} in the document that the event touches; null if the view does not
   * care for the event.
   */
  @Nullable String key(RecordedEvent event);

  /**
   * The document with the event in it.
   *
   * @param document null if there is none yet
   */
  D fold(@Nullable D document, RecordedEvent event);

  /** Fields besides {@code _id} whose values are unique. */
  default List<String> uniqueFields() {
    return keyField().equals("_id") ? List.of() : List.of(keyField());
  }

  /** Array fields that are searched. */
  default List<String> searchedFields() {
    return List.of();
  }

  /** Name of the collection, for example {@code dossier_v1}. */
  default String collection() {
    return versioned();
  }

  /** Also what {@link #key} gives must then belong to the event's aggregate alone. */
  @Override
  default boolean isPerAggregate() {
    return true;
  }

  @Override
  default List<String> collections() {
    return List.of(collection());
  }

  @Override
  default void index(ViewStore store, String suffix) {
    store.index(View.in(collection(), suffix), uniqueFields(), searchedFields());
  }

  @Override
  default Projector projector(ViewStore store, String suffix) {
    return new DocumentProjector<>(this, store, View.in(collection(), suffix));
  }
}
