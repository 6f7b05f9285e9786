package io.vientro.log.archive;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.DurableStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class DurableLogImportTest extends LogImportContract {
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
  MongoDatabase database() {
    return store.database();
  }
}
