package io.vientro.log.archive;

import io.vientro.log.EventHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;

/**
 * What an archive says of itself. It is written last: what it names is there.
 *
 * @param begins running hash after the log's first block, by which logs are told apart; lower-case
 *     hex, empty while {@code size} is 0
 * @param size number of events; 0 as long as the first export has not come to its end
 * @param commits number of commits
 * @param hash running hash after the last event, in lower-case hex
 * @param segments in order, without gaps
 * @param companions files that events of these segments name, in the order of the events
 */
public record Manifest(
    String begins,
    long size,
    long commits,
    String hash,
    List<Segment> segments,
    List<Companion> companions) {
  /** Name of its file. */
  public static final String FILE = "manifest.json";

  private static final String FORMAT = "vientro-log/1";

  public Manifest {
    segments = List.copyOf(segments);
    companions = List.copyOf(companions);
  }

  /** Of an archive in the making. */
  static Manifest empty() {
    return new Manifest(
        "", 0, 0, HexFormat.of().formatHex(EventHasher.genesis()), List.of(), List.of());
  }

  void write(Path folder) {
    Document document =
        new Document("format", FORMAT)
            .append("begins", begins)
            .append("size", size)
            .append("commits", commits)
            .append("hash", hash)
            .append("segments", segments.stream().map(Manifest::document).toList());
    if (!companions.isEmpty()) {
      document.append("documents", companions.stream().map(Manifest::document).toList());
    }
    String json =
        document.toJson(
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build());
    ProtectedFile.write(
        folder.resolve(FILE), out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static Document document(Segment segment) {
    return new Document("file", segment.name())
        .append("first", segment.first())
        .append("events", segment.events())
        .append("bytes", segment.bytes())
        .append("hash", segment.hash())
        .append("sha256", segment.sha256());
  }

  private static Document document(Companion companion) {
    return new Document("file", companion.path())
        .append("bytes", companion.bytes())
        .append("sha256", companion.sha256());
  }

  /**
   * Reads a manifest and checks that it agrees with itself.
   *
   * @throws ArchiveException if there is none, or it does not
   */
  static Manifest read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Document document = Document.parse(Files.readString(file));
      if (!FORMAT.equals(document.get("format"))) {
        throw new ArchiveException(
            "%s is of format %s, not %s".formatted(file, document.get("format"), FORMAT));
      }
      List<Segment> segments = new ArrayList<>();
      for (Document entry : document.getList("segments", Document.class)) {
        segments.add(segment(file, segments.size() + 1, entry));
      }
      Manifest manifest =
          new Manifest(
              text(document, "begins"),
              number(document, "size"),
              number(document, "commits"),
              text(document, "hash"),
              segments,
              companions(document));
      manifest.check(file);
      return manifest;
    } catch (NoSuchFileException e) {
      throw new ArchiveException("there is no export in " + folder + ": it has no " + FILE, e);
    } catch (IOException e) {
      throw new ArchiveException(file + " cannot be read: " + ProtectedFile.reason(e), e);
    } catch (JsonParseException
        | BSONException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException e) {
      throw new ArchiveException(file + " is no manifest: " + e.getMessage(), e);
    }
  }

  private static Segment segment(Path file, int number, Document entry) {
    String name = text(entry, "file");
    if (!name.equals(Segment.name(number))) {
      throw new ArchiveException(
          "%s names %s where %s has to stand".formatted(file, name, Segment.name(number)));
    }
    return new Segment(
        number,
        number(entry, "first"),
        number(entry, "events"),
        number(entry, "bytes"),
        text(entry, "hash"),
        text(entry, "sha256"));
  }

  /** Archives from before there were documents say nothing of them. */
  private static List<Companion> companions(Document document) {
    List<Companion> companions = new ArrayList<>();
    if (document.containsKey("documents")) {
      for (Document entry : document.getList("documents", Document.class)) {
        String path = text(entry, "file");
        if (!path.startsWith(Companion.FOLDER + "/")) {
          throw new IllegalArgumentException("a document lies elsewhere: " + path);
        }
        companions.add(
            new Companion(
                path.substring(Companion.FOLDER.length() + 1),
                number(entry, "bytes"),
                text(entry, "sha256")));
      }
    }
    return companions;
  }

  private void check(Path file) {
    long next = 0;
    for (Segment segment : segments) {
      if (segment.first() != next || segment.events() < 1) {
        throw new ArchiveException(
            "position %d: %s has a gap, %s begins at %d"
                .formatted(next, file, segment.name(), segment.first()));
      }
      next = segment.next();
    }
    if (next != size || !segments.isEmpty() && !segments.getLast().hash().equals(hash)) {
      throw new ArchiveException(
          "%s does not agree with itself: size %d and hash %s are not those of its last segment"
              .formatted(file, size, hash));
    }
  }

  private static String text(Document document, String field) {
    String text = document.getString(field);
    if (text == null) {
      throw new IllegalArgumentException("it lacks " + field);
    }
    return text;
  }

  private static long number(Document document, String field) {
    return switch (document.get(field)) {
      case Integer number -> number;
      case Long number -> number;
      case null, default -> throw new IllegalArgumentException(field + " is no whole number");
    };
  }
}
