package io.vientro.log.archive;

import io.vientro.log.Block;
import io.vientro.log.BlockDocument;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** A block as one line: its document in canonical Extended JSON 2.0, which keeps every type. */
final class BlockLine {
  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private BlockLine() {}

  static String write(Block block) {
    return BlockDocument.encode(block).toJson(CANONICAL);
  }

  /**
   * @throws RuntimeException of the parser's making, or of {@link BlockDocument#decode}'s
   */
  static Block read(String line) {
    return BlockDocument.decode(Document.parse(line));
  }
}
