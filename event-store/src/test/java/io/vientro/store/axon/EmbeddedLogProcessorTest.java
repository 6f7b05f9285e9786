package io.vientro.store.axon;

import io.vientro.store.TestStore;

class EmbeddedLogProcessorTest extends LogProcessorContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
