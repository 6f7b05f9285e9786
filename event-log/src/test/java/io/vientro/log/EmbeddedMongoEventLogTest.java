package io.vientro.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoEventLogTest extends MongoEventLogContract {
  @TempDir private Path folder;
  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void openStore() {
    store = EmbeddedStore.open(folder);
    client = MongoClients.create(store.connectionString());
  }

  @AfterEach
  void closeStore() {
    client.close();
    store.close();
  }

  @Override
  protected MongoDatabase database() {
    return client.getDatabase("vientro");
  }
}
