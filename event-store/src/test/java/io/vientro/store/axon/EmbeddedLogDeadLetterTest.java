package io.vientro.store.axon;

import io.vientro.store.TestStore;

class EmbeddedLogDeadLetterTest extends LogDeadLetterContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
