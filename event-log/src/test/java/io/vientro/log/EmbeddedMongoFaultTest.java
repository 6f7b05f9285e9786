package io.vientro.log;

import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoFaultTest extends MongoFaultContract {
  @TempDir private Path folder;
  private EmbeddedStore store;

  @Override
  String uri() {
    if (store == null) {
      store = EmbeddedStore.open(folder);
    }
    return store.connectionString();
  }

  @Override
  String databaseName() {
    return "vientro";
  }

  @AfterEach
  void closeStore() {
    store.close();
  }
}
