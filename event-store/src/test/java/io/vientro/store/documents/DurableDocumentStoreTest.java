package io.vientro.store.documents;

import io.vientro.store.TestStore;

class DurableDocumentStoreTest extends DocumentStoreContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
