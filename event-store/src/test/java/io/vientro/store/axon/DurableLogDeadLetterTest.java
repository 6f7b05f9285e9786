package io.vientro.store.axon;

import io.vientro.store.TestStore;

class DurableLogDeadLetterTest extends LogDeadLetterContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
