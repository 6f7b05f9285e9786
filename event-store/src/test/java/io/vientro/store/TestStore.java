package io.vientro.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.vientro.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A database for one test, on the embedded or on the durable store. */
public final class TestStore implements AutoCloseable {
  private static final String URI = "VIENTRO_TEST_MONGO_URI";

  private final @Nullable EmbeddedStore server;
  private final MongoClient client;
  private final MongoDatabase database;
  private final List<String> commands;
  private final List<String> dated = new CopyOnWriteArrayList<>();

  private TestStore(@Nullable EmbeddedStore server, String uri) {
    this.server = server;
    this.commands = new CopyOnWriteArrayList<>();
    this.client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(
                    new CommandListener() {
                      @Override
                      public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                        if (carriesTime(event.getCommand())) {
                          dated.add(event.getCommandName());
                        }
                      }
                    })
                .build());
    this.database =
        client.getDatabase("event_store_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** On a file that is gone after the test. */
  public static TestStore embedded() {
    try {
      var server = EmbeddedStore.open(Files.createTempDirectory("event-store-test"));
      return new TestStore(server, server.connectionString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Aborts the test, so that it counts as skipped, where there is no durable store. */
  public static TestStore durable() {
    var uri = System.getenv(URI);
    Assumptions.assumeTrue(
        uri != null && !uri.isBlank(), URI + " is not set: nothing was tried on a durable store");
    return new TestStore(null, uri);
  }

  public MongoDatabase database() {
    return database;
  }

  /** Names of all commands sent to the store so far. */
  public List<String> commands() {
    return commands;
  }

  /** Those of them in which this process told the store a time. */
  public List<String> commandsWithTime() {
    return dated;
  }

  private static boolean carriesTime(BsonValue value) {
    return switch (value) {
      case BsonDocument document -> document.values().stream().anyMatch(TestStore::carriesTime);
      case BsonArray array -> array.stream().anyMatch(TestStore::carriesTime);
      default -> value.isDateTime() || value.isTimestamp();
    };
  }

  @Override
  public void close() {
    database.drop();
    client.close();
    if (server != null) {
      server.close();
      delete(server.folder());
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
