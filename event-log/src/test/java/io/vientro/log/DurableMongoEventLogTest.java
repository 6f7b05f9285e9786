package io.vientro.log;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class DurableMongoEventLogTest extends MongoEventLogContract {
  private DurableStore store;

  @BeforeEach
  void openStore() {
    store = DurableStore.openOrAbort();
  }

  @AfterEach
  void dropStore() {
    // An aborted test has none.
    if (store != null) {
      store.close();
    }
  }

  @Override
  protected MongoDatabase database() {
    return store.database();
  }
}
