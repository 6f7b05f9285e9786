package io.vientro.command.due;

import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDueIndexTest extends DueIndexContract {
  private static EmbeddedStore store;

  @BeforeAll
  static void open(@TempDir Path folder) {
    store = EmbeddedStore.open(folder);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  String uri() {
    return store.connectionString();
  }
}
