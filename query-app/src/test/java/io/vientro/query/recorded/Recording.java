package io.vientro.query.recorded;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.BlockStore;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.archive.LogArchive;
import io.vientro.log.archive.LogExport;
import io.vientro.log.archive.LogImport;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.SubjectKeysFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * A recorded log in the test resources: segments and manifest as {@code ./vientro log export}
 * writes them, the keys of its personal values, and what was found in it.
 *
 * @param folder its folder
 */
record Recording(Path folder) {
  private static final Path ALL = Path.of("src", "test", "resources", "recorded");

  /** All of them, in order. */
  static List<Recording> all() {
    try (var folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(Recording::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recording named(String name) {
    return new Recording(ALL.resolve(name));
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Path keys() {
    return folder.resolve("keys.jsonl");
  }

  /** One line per version of a view: view, version, digest of its documents. */
  Path digests() {
    return folder.resolve("digests.txt");
  }

  /** One line per aggregate: id, number of events, and for a dossier where it stands. */
  Path aggregates() {
    return folder.resolve("aggregates.txt");
  }

  /** Copies a log here, where there is none yet. */
  void write(MongoDatabase from, Clock clock) {
    var keys = new MongoSubjectKeys(from, clock);
    new LogExport(new BlockStore(from, MongoLogOptions.defaults()), log(), LogExport.SEGMENT_BYTES)
        .run(Set.of(), manifest -> SubjectKeysFile.write(keys(), keys, manifest));
  }

  /** Checks every hash of it and puts it into an empty database. */
  void read(MongoDatabase into, Clock clock) {
    var archive = LogArchive.open(log());
    var keys = SubjectKeysFile.read(keys());
    keys.requireOf(archive.manifest());
    new LogImport(archive, new BlockStore(into, MongoLogOptions.defaults()))
        .run(() -> keys.restore(new MongoSubjectKeys(into, clock)));
  }

  /** Lines of one of its files that say something. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
