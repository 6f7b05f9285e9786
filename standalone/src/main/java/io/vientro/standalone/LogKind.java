package io.vientro.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vientro.app.LogOpening;
import io.vientro.core.log.LogMode;
import io.vientro.core.log.LogOpened;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.standalone.StartOptions.Samples;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a folder's log is for training or live: as its first event says, or, while there is none,
 * as the start was asked.
 */
final class LogKind {
  /** Name of the database in the embedded store. */
  static final String DATABASE = "vientro";

  private LogKind() {}

  /**
   * The mode that the log in this store has or is to be given.
   *
   * @throws Refusal if the log has another mode than the one asked for
   */
  static LogMode of(EmbeddedStore store, @Nullable Samples asked) {
    Path folder = store.folder();
    Optional<LogMode> there = recorded(store);
    if (there.isEmpty()) {
      return asked == Samples.NONE ? LogMode.LIVE : LogMode.TRAINING;
    }
    if (there.get() == LogMode.LIVE && asked == Samples.ALL) {
      throw new Refusal(
          "the log in "
              + folder
              + " is LIVE and takes no samples; use another folder for training");
    }
    if (there.get() == LogMode.TRAINING && asked == Samples.NONE) {
      throw new Refusal(
          "the log in "
              + folder
              + " is for TRAINING and stays so; use an empty folder for a LIVE one");
    }
    return there.get();
  }

  /** The first event holds no personal value, so no keys are needed to read it. */
  private static Optional<LogMode> recorded(EmbeddedStore store) {
    try (MongoClient client = MongoClients.create(store.connectionString());
        var log = new MongoEventLog(client.getDatabase(DATABASE), MongoLogOptions.defaults())) {
      return LogOpening.first(log, new EventCodec(new InMemorySubjectKeys())).map(LogOpened::mode);
    }
  }
}
