package io.vientro.store.axon;

import io.vientro.store.TestStore;

class EmbeddedAxonStorageEngineTest extends AxonStorageEngineContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
