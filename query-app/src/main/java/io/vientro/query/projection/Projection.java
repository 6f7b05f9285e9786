package io.vientro.query.projection;

import io.vientro.store.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One read model as a pure function of the log. It looks at nothing but the document and the event:
 * no clock, no law, no other document; so a rebuild gives the same bytes.
 *
 * @param <D> its documents, records
 */
public interface Projection<D extends ViewDocument> {

  /** Name of the view and of its processor. */
  String view();

  /** Version of the documents' shape; another one is another collection. */
  int version();

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
    return view().replace('-', '_') + "_v" + version();
  }
}
