package io.vientro.standalone;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.Block;
import io.vientro.log.BlockStore;
import io.vientro.log.EventHasher;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.LogVerification;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.archive.ArchiveException;
import io.vientro.log.archive.LogArchive;
import io.vientro.log.archive.LogExport;
import io.vientro.log.archive.LogImport;
import io.vientro.log.archive.Manifest;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.SubjectKeysFile;
import io.vientro.store.documents.DocumentException;
import io.vientro.store.documents.DocumentReference;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.LogDocuments;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code log verify|export|import}: checks a log, copies it into files and back into a store. */
final class LogCommand {
  private static final int FOUND_SOMETHING = 1;

  private final LogOptions options;
  private final PrintStream out;

  private LogCommand(LogOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * @param environment value of an environment variable, null if it is not set
   * @return 0, or 1 if something is wrong with the log that was verified
   * @throws Refusal if it cannot be done
   */
  static int run(
      List<String> arguments, UnaryOperator<@Nullable String> environment, PrintStream out) {
    var command = new LogCommand(LogOptions.parse(arguments, environment), out);
    try {
      return command.run();
    } catch (ArchiveException | LogCorruptedException | LogUnavailableException e) {
      throw new Refusal(Objects.requireNonNull(e.getMessage()).lines().findFirst().orElse(""), e);
    } catch (MongoException e) {
      throw new Refusal("the store does not do what was asked of it: " + Failures.line(e), e);
    }
  }

  private int run() {
    Path archive = options.archive();
    Path keys = options.keys();
    if (options.verb() == LogOptions.Verb.VERIFY && archive != null && keys != null) {
      return verifyFiles(archive, keys);
    }
    if (options.verb() == LogOptions.Verb.IMPORT && archive != null && keys != null) {
      return load(archive, keys);
    }
    try (LogPlace place = open()) {
      return archive == null ? verifyStore(place) : export(place, archive, keys);
    }
  }

  private LogPlace open() {
    return LogPlace.open(options, line -> out.println("vientro: " + line));
  }

  private static BlockStore blocks(LogPlace place) {
    return new BlockStore(place.database(), MongoLogOptions.defaults());
  }

  private static MongoSubjectKeys keys(LogPlace place) {
    return new MongoSubjectKeys(place.database(), Clock.systemUTC());
  }

  /** Needs no key: what an event says of a file is never sealed. */
  private static LogDocuments documents(LogPlace place) {
    return new LogDocuments(codec(), store(place));
  }

  private static EventCodec codec() {
    return new EventCodec(new InMemorySubjectKeys());
  }

  private static DocumentStore store(LogPlace place) {
    return new DocumentStore(place.database(), keys(place), Clock.systemUTC());
  }

  private int verifyStore(LogPlace place) {
    LogDocuments documents = documents(place);
    Map<Long, DocumentReference> named = new LinkedHashMap<>();
    LogVerification found =
        LogVerifier.verify(
            blocks(place),
            event ->
                documents.of(event).ifPresent(document -> named.put(event.position(), document)));
    tell(place.name(), found.size(), found.commits(), found.runningHash());
    LogVerification.Finding finding = found.finding();
    return tell(finding == null ? verify(named, store(place)) : finding.text());
  }

  /** The first document that is not what its event says. */
  private @Nullable String verify(Map<Long, DocumentReference> named, DocumentStore store) {
    for (Map.Entry<Long, DocumentReference> entry : named.entrySet()) {
      try {
        store.verify(entry.getValue());
      } catch (DocumentException e) {
        return "position " + entry.getKey() + ": " + e.getMessage();
      }
    }
    if (!named.isEmpty()) {
      out.println(named.size() + " documents");
    }
    return null;
  }

  private int verifyFiles(Path archive, Path keys) {
    if (!Files.exists(archive.resolve(Manifest.FILE))) {
      throw new Refusal("there is no export in " + archive);
    }
    if (!Files.exists(keys) && !keys.equals(archive.resolve(LogOptions.KEYS))) {
      throw new Refusal("there is no file of keys: " + keys);
    }
    var read = new Counted();
    String finding = null;
    String keysLine = "no keys beside it: personal values stay sealed";
    try {
      LogArchive log = LogArchive.open(archive);
      log.read(new LogDocuments.InFiles(codec()), read::add);
      if (Files.exists(keys)) {
        SubjectKeysFile file = SubjectKeysFile.read(keys);
        file.requireOf(log.manifest());
        keysLine = file.count() + " keys in " + keys;
      }
    } catch (ArchiveException | LogCorruptedException e) {
      finding = e.getMessage();
    }
    tell(archive.toString(), read.size, read.commits, HexFormat.of().formatHex(read.hash));
    if (finding == null) {
      tellDocuments(LogArchive.open(archive).manifest());
      out.println(keysLine);
    }
    return tell(finding);
  }

  private void tellDocuments(Manifest manifest) {
    if (!manifest.companions().isEmpty()) {
      out.println(manifest.companions().size() + " documents");
    }
  }

  /** What was good of an archive, as far as it was read. */
  private static final class Counted {
    private long size;
    private long commits;
    private byte[] hash = EventHasher.genesis();

    void add(Block block) {
      size = block.next();
      commits += block.commitIds().size();
      hash = block.hash();
    }
  }

  private void tell(String place, long size, long commits, String hash) {
    out.println(
        size == 0
            ? place + ": no events"
            : "%s: %d events in %d commits, positions 0 to %d"
                .formatted(place, size, commits, size - 1));
    out.println("running hash " + hash);
  }

  private int tell(@Nullable String finding) {
    out.println(finding == null ? "nothing wrong was found" : "first finding: " + finding);
    return finding == null ? 0 : FOUND_SOMETHING;
  }

  private int export(LogPlace place, Path archive, @Nullable Path keys) {
    if (keys == null && Files.exists(archive.resolve(LogOptions.KEYS))) {
      throw new Refusal(
          archive
              + " holds the keys of an earlier export; export without keys into another folder");
    }
    var export = new LogExport(blocks(place), archive, LogExport.SEGMENT_BYTES);
    // Segments and documents, then keys, then the manifest: so what the manifest names can always
    // be unsealed.
    Manifest manifest =
        export.run(
            documents(place),
            keys == null ? Set.of() : Set.of(Objects.toString(keys.getFileName())),
            log -> {
              if (keys != null) {
                int count = SubjectKeysFile.write(keys, keys(place), log);
                out.println(count + " keys in " + keys + ": a secret, keep it apart from the rest");
              }
            });
    tell(archive.toString(), manifest.size(), manifest.commits(), manifest.hash());
    tellDocuments(manifest);
    return 0;
  }

  private int load(Path archive, Path keys) {
    LogArchive log = LogArchive.open(archive);
    SubjectKeysFile file = SubjectKeysFile.read(keys);
    file.requireOf(log.manifest());
    try (LogPlace place = open()) {
      BlockStore target = blocks(place);
      var load = new LogImport(log, target);
      load.requireEmpty();
      requireNothingElse(place.database());
      LogDocuments documents = documents(place);
      load.run(
          documents,
          () -> {
            file.restore(keys(place));
            documents.restore(log);
          });
      int status = verifyStore(place);
      if (target.nextPosition() != log.manifest().size()) {
        throw new Refusal("somebody else wrote to the store during the import");
      }
      return status;
    }
  }

  /** Views of another log would be taken for views of this one. */
  private static void requireNothingElse(MongoDatabase database) {
    for (String collection : database.listCollectionNames()) {
      if (!Set.of(MongoLogOptions.defaults().collection(), MongoSubjectKeys.COLLECTION)
              .contains(collection)
          && !collection.startsWith("system.")
          // An import that was broken off may have left some of its own; others it refuses.
          && !collection.startsWith(DocumentStore.BUCKET + ".")
          && database.getCollection(collection).find().first() != null) {
        throw new Refusal(
            "the store is not empty, it has a collection "
                + collection
                + "; an import needs an empty store");
      }
    }
  }
}
