package io.vientro.store.documents;

import io.vientro.store.TestStore;

class EmbeddedDocumentStoreTest extends DocumentStoreContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
