package io.vientro.store.axon;

import io.vientro.store.TestStore;

class EmbeddedLogTokenStoreTest extends LogTokenStoreContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
