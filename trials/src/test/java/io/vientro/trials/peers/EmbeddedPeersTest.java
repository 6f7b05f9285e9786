package io.vientro.trials.peers;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPeersTest extends PeersContract {
  @TempDir private Path folder;
  private EmbeddedStore store;
  private MongoClient client;

  @Override
  MongoDatabase openStore() {
    store = EmbeddedStore.open(folder);
    client = MongoClients.create(store.connectionString());
    return client.getDatabase("vientro");
  }

  @Override
  void closeStore() {
    client.close();
    store.close();
  }
}
