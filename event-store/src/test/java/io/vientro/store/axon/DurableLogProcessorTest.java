package io.vientro.store.axon;

import io.vientro.store.TestStore;

class DurableLogProcessorTest extends LogProcessorContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
