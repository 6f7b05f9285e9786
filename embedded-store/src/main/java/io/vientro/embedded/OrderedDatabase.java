package io.vientro.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose collections can be read in the order of their ids. The file's layout is that of
 * the base class.
 */
final class OrderedDatabase extends H2Database {
  private final MVStore store;

  OrderedDatabase(String name, MVStore store, CursorRegistry cursors) {
    // The base class opens its collections from its constructor, and they need the store.
    this.store = store;
    super(name, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String fullName = getFullCollectionNamespace(name);
    MVMap<Object, Document> documents = store.openMap("databases." + fullName);
    MVMap<String, Object> meta = store.openMap("meta." + fullName);
    return new OrderedCollection(this, name, options, documents, meta, cursorRegistry);
  }
}
