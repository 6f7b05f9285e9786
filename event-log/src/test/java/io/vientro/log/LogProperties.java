package io.vientro.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random writers get from each log what they would get from a list and two maps. */
class LogProperties {
  private static final EmbeddedServer EMBEDDED = new EmbeddedServer();

  @Provide
  Arbitrary<List<LogModel.Action>> actions() {
    return LogModel.actions();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theLogInMemoryIsLikeTheModel(@ForAll("actions") List<LogModel.Action> actions) {
    new LogModel(List.of(new InMemoryEventLog())).run(actions);
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void severalWritersOnTheEmbeddedStoreAreLikeTheModel(
      @ForAll("actions") List<LogModel.Action> actions) {
    MongoLogOptions options = MongoLogOptions.defaults().withCollection("log-" + UUID.randomUUID());
    new LogModel(
            IntStream.range(0, 3)
                .mapToObj(i -> new MongoEventLog(EMBEDDED.database(), options))
                .toList())
        .run(actions);
  }

  @AfterContainer
  static void stop() throws IOException {
    EMBEDDED.close();
  }

  /** Started when first needed. */
  private static final class EmbeddedServer {
    private Path folder = Path.of("");
    private EmbeddedStore store;
    private MongoClient client;

    MongoDatabase database() {
      if (store == null) {
        try {
          folder = Files.createTempDirectory("vientro-properties");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        store = EmbeddedStore.open(folder);
        client = MongoClients.create(store.connectionString());
      }
      return client.getDatabase("properties");
    }

    void close() throws IOException {
      if (store == null) {
        return;
      }
      client.close();
      store.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
