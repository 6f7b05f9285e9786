package io.vientro.store;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class EmbeddedMongoSubjectKeysTest extends SubjectKeysContract {
  private TestStore store;

  @BeforeEach
  void open_store() {
    store = TestStore.embedded();
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      store.close();
    }
  }

  @Override
  SubjectKeys open() {
    return new MongoSubjectKeys(store.database(), Clock.systemUTC());
  }
}
