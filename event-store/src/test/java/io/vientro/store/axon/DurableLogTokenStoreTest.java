package io.vientro.store.axon;

import io.vientro.store.TestStore;

class DurableLogTokenStoreTest extends LogTokenStoreContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
