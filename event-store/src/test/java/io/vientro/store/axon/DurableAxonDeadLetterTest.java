package io.vientro.store.axon;

import io.vientro.store.TestStore;

class DurableAxonDeadLetterTest extends AxonDeadLetterContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
