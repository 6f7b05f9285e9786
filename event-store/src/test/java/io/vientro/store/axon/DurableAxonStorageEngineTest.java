package io.vientro.store.axon;

import io.vientro.store.TestStore;

class DurableAxonStorageEngineTest extends AxonStorageEngineContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
