package io.vientro.log.archive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedLogImportTest extends LogImportContract {
  @TempDir private Path data;
  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void openStore() {
    store = EmbeddedStore.open(data);
    client = MongoClients.create(store.connectionString());
  }

  @AfterEach
  void closeStore() {
    client.close();
    store.close();
  }

  @Override
  MongoDatabase database() {
    return client.getDatabase("vientro");
  }
}
