package io.vientro.store;

import com.mongodb.MongoException;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.archive.ArchiveException;
import io.vientro.log.archive.Manifest;
import io.vientro.log.archive.ProtectedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;

/**
 * The keys of a log's personal values as a file that only its owner may read: one line that says
 * whose keys they are, one line for each key or mark of a destroyed one, one line with their number
 * and digest. Whoever has it and the log reads the personal values; {@code docs/log-format.md}
 * describes it.
 */
public final class SubjectKeysFile {
  private static final String FORMAT = "vientro-keys/1";
  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final Path file;
  private final String begins;
  private final long size;
  private final List<Document> keys;

  private SubjectKeysFile(Path file, String begins, long size, List<Document> keys) {
    this.file = file;
    this.begins = begins;
    this.size = size;
    this.keys = keys;
  }

  /**
   * Writes the keys, replacing an earlier file as a whole: what was destroyed since is in it no
   * more. Call it when the log was read: a key is stored before what it seals.
   *
   * @param log the export whose keys they are
   * @return number of keys
   * @throws ArchiveException if the file cannot be written
   * @throws LogUnavailableException if the store does not answer
   */
  public static int write(Path file, MongoSubjectKeys keys, Manifest log) {
    var count = new int[1];
    try {
      ProtectedFile.write(file, out -> count[0] = write(out, keys, log));
    } catch (MongoException e) {
      throw unanswered(e);
    }
    return count[0];
  }

  private static int write(OutputStream to, MongoSubjectKeys keys, Manifest log)
      throws IOException {
    var sha256 = sha256();
    var out = new DigestOutputStream(to, sha256);
    var count = 0;
    line(
        out,
        new Document("format", FORMAT).append("begins", log.begins()).append("size", log.size()),
        RELAXED);
    for (var key : keys.stored()) {
      line(out, key, CANONICAL);
      count++;
    }
    var digest = HexFormat.of().formatHex(sha256.digest());
    line(to, new Document("keys", count).append("sha256", digest), RELAXED);
    return count;
  }

  private static void line(OutputStream out, Document document, JsonWriterSettings settings)
      throws IOException {
    out.write((document.toJson(settings) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a file of keys and checks that it is whole.
   *
   * @throws ArchiveException if it is missing, or is not what was written
   */
  public static SubjectKeysFile read(Path file) {
    try {
      return read(file, Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      throw new ArchiveException("there is no file of keys: " + file, e);
    } catch (IOException e) {
      throw new ArchiveException(
          file + " cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    } catch (JsonParseException
        | BSONException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException e) {
      // Without the parser's message, which could quote a key.
      throw new ArchiveException(file + " is no file of keys: a line cannot be read");
    }
  }

  private static SubjectKeysFile read(Path file, List<String> lines) {
    var sha256 = sha256();
    var last = lines.isEmpty() ? new Document() : Document.parse(lines.getLast());
    lines
        .subList(0, Math.max(0, lines.size() - 1))
        .forEach(line -> sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    if (!HexFormat.of().formatHex(sha256.digest()).equals(last.get("sha256"))) {
      throw new ArchiveException(file + " was cut off or changed: its digest is another one");
    }
    var first = Document.parse(lines.getFirst());
    if (!FORMAT.equals(first.get("format"))) {
      throw new ArchiveException(
          "%s is of format %s, not %s".formatted(file, first.get("format"), FORMAT));
    }
    var keys = new ArrayList<Document>();
    var ids = new HashSet<String>();
    for (var line : lines.subList(1, lines.size() - 1)) {
      var key = Document.parse(line);
      requireKey(key);
      if (!ids.add(key.getString("_id"))) {
        throw new ArchiveException(file + " holds a key twice: " + key.getString("_id"));
      }
      keys.add(key);
    }
    return new SubjectKeysFile(
        file, first.getString("begins"), first.get("size", Number.class).longValue(), keys);
  }

  private static void requireKey(Document key) {
    var alive = key.get("k") instanceof Binary k && k.getData().length == SubjectKey.Alive.LENGTH;
    if (key.getString("_id") == null || alive == (key.getDate("destroyed") != null)) {
      throw new IllegalArgumentException("neither a key nor the mark of a destroyed one");
    }
  }

  /** Number of keys and marks of destroyed ones. */
  public int count() {
    return keys.size();
  }

  /**
   * Checks that these are the keys of a log, and no older than it.
   *
   * @throws ArchiveException if they are not
   */
  public void requireOf(Manifest log) {
    if (!begins.equals(log.begins())) {
      throw new ArchiveException(file + " holds the keys of another log");
    }
    if (size < log.size()) {
      throw new ArchiveException(
          "%s is older than the log: it was written at %d events, the log has %d"
              .formatted(file, size, log.size()));
    }
  }

  /**
   * Puts the keys into a store that has none, or has some of these already from a restoring that
   * was broken off.
   *
   * @throws ArchiveException if the store holds another key
   * @throws LogUnavailableException if the store does not answer
   */
  public void restore(MongoSubjectKeys target) {
    try {
      var other = target.restore(keys);
      if (other != null) {
        throw new ArchiveException(
            "the store holds a key that is not of this export, "
                + other
                + "; import into an empty one");
      }
    } catch (MongoException e) {
      throw unanswered(e);
    }
  }

  private static LogUnavailableException unanswered(MongoException e) {
    return new LogUnavailableException("the store does not answer: " + e.getMessage(), e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
