package io.vientro.trials.bench;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;

/** Bytes on disk of a log that 64 callers wrote. */
final class SizeStage {
  static final String BYTES = "size: bytes per event, as the store says";
  static final String EVENTS_PER_BLOCK = "size: events per block";
  static final String GROWTH = "size: bytes per event by which the embedded store's file grew";
  static final String FROM_BELOW = "size: bytes per event, as PostgreSQL says";
  private static final int CALLERS = 64;

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;

  SizeStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
  }

  void run() throws Exception {
    String collection = bed.freshCollection("weighed");
    MongoDatabase database = bed.database();
    long before = folderBytes();
    try (EventLog log = bed.log(collection)) {
      Creates creates = new Creates(4);
      AtomicInteger left = new AtomicInteger(scale.sizeCommits());
      Callers.run(
              CALLERS,
              TimeUnit.SECONDS.toNanos(60),
              () -> {
                if (left.getAndDecrement() <= 0) {
                  return 0;
                }
                log.append(creates.next());
                return 1;
              })
          .withoutFailures("writing the log to be weighed");
      double events = log.nextPosition();
      figures.add(EVENTS_PER_BLOCK, events / database.getCollection(collection).countDocuments());
      if (bed.folder() == null) {
        Document stats = database.runCommand(new Document("collStats", collection));
        figures.add(BYTES, (bytes(stats, "storageSize") + bytes(stats, "totalIndexSize")) / events);
      } else {
        double growth = (folderBytes() - before) / events;
        if (growth > 0) {
          figures.add(GROWTH, growth);
        } else {
          progress.say("size: the store has compacted its file meanwhile, nothing to tell");
        }
      }
      Optional<Long> below = fromBelow(collection);
      if (below.isPresent()) {
        figures.add(FROM_BELOW, below.get() / events);
      }
      for (String name : figures.names()) {
        if (name.startsWith("size: ")) {
          progress.say("%s: %.1f", name, figures.median(name).orElseThrow());
        }
      }
    } finally {
      database.getCollection(collection).drop();
    }
  }

  /** Not compacted: as it lies there right after writing. */
  private long folderBytes() throws IOException {
    Path folder = bed.folder();
    if (folder == null) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static double bytes(Document stats, String field) {
    if (stats.get(field) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException("the store does not say its " + field);
  }

  /** FerretDB keeps a collection in a table of its own; empty if there is no such table to ask. */
  private Optional<Long> fromBelow(String collection) throws SQLException {
    String url = bed.jdbcUrl();
    if (url == null) {
      return Optional.empty();
    }
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement size =
            connection.prepareStatement(
                """
                SELECT pg_total_relation_size(('documentdb_data.documents_' || collection_id)::regclass)
                FROM documentdb_api_catalog.collections
                WHERE database_name = ? AND collection_name = ?
                """)) {
      size.setString(1, bed.databaseName());
      size.setString(2, collection);
      try (ResultSet found = size.executeQuery()) {
        return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
      }
    }
  }
}
