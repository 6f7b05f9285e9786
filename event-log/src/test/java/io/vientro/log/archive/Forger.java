package io.vientro.log.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** Changes an archive as somebody would who knows how it is made. */
final class Forger {
  private final Path folder;

  Forger(Path folder) {
    this.folder = folder;
  }

  /** Changes the lines of a segment, and nothing else. */
  void lines(int number, Consumer<List<String>> change) throws IOException {
    Path file = segment(number);
    var lines = new ArrayList<>(Files.readAllLines(file));
    change.accept(lines);
    Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** Changes the text of a segment, and nothing else. */
  void text(int number, UnaryOperator<String> change) throws IOException {
    Files.writeString(segment(number), change.apply(Files.readString(segment(number))));
  }

  void manifest(Consumer<Document> change) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    Document manifest = Document.parse(Files.readString(file));
    change.accept(manifest);
    Files.writeString(file, manifest.toJson());
  }

  /** Makes the manifest agree with the lengths and digests of the files as they are now. */
  void adjustDigests() throws IOException {
    var bytes = new ArrayList<byte[]>();
    for (int number = 1; Files.exists(segment(number)); number++) {
      bytes.add(Files.readAllBytes(segment(number)));
    }
    manifest(
        manifest -> {
          var segments = manifest.getList("segments", Document.class);
          for (int i = 0; i < segments.size(); i++) {
            segments
                .get(i)
                .append("bytes", bytes.get(i).length)
                .append(
                    "sha256", HexFormat.of().formatHex(LogArchive.sha256().digest(bytes.get(i))));
          }
        });
  }

  Path segment(int number) {
    return folder.resolve(Segment.name(number));
  }
}
