package io.vientro.trials.peers;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.DurableStore;

class DurablePeersTest extends PeersContract {
  private DurableStore store;

  @Override
  MongoDatabase openStore() {
    store = DurableStore.openOrAbort();
    return store.database();
  }

  @Override
  void closeStore() {
    // An aborted test has none.
    if (store != null) {
      store.close();
    }
  }
}
