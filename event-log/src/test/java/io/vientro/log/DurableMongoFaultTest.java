package io.vientro.log;

import org.junit.jupiter.api.AfterEach;

class DurableMongoFaultTest extends MongoFaultContract {
  private DurableStore store;

  @Override
  String uri() {
    if (store == null) {
      store = DurableStore.openOrAbort();
    }
    return DurableStore.uriOrAbort();
  }

  @Override
  String databaseName() {
    return store.database().getName();
  }

  @AfterEach
  void dropStore() {
    if (store != null) {
      store.close();
    }
  }
}
