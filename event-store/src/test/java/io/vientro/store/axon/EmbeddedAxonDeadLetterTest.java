package io.vientro.store.axon;

import io.vientro.store.TestStore;

class EmbeddedAxonDeadLetterTest extends AxonDeadLetterContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
