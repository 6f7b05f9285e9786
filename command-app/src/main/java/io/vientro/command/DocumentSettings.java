package io.vientro.command;

import io.vientro.app.StartRefusedException;
import io.vientro.store.documents.DocumentLimits;
import io.vientro.store.documents.DocumentTypes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Which documents are taken: {@code vientro.max-document-bytes} (32 MB; a number of bytes or a size
 * such as {@code 64MB}), {@code vientro.document-types} (media types, separated by commas).
 */
final class DocumentSettings {
  private DocumentSettings() {}

  /**
   * @throws StartRefusedException if a value is none that the setting can have
   */
  static DocumentLimits of(Environment environment) {
    return new DocumentLimits(
        bytes(environment), types(environment), DocumentLimits.DEFAULT_PATIENCE);
  }

  private static long bytes(Environment environment) {
    var text = environment.getProperty("vientro.max-document-bytes");
    if (text == null || text.isBlank()) {
      return DocumentLimits.DEFAULT_BYTES;
    }
    try {
      var bytes = DataSize.parse(text.strip()).toBytes();
      if (bytes > 0) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, like a size that lets nothing through.
    }
    throw new StartRefusedException(
        "VIENTRO_MAX_DOCUMENT_BYTES is a number of bytes or a size such as 64MB, not " + text);
  }

  private static DocumentTypes types(Environment environment) {
    var text = environment.getProperty("vientro.document-types");
    if (text == null || text.isBlank()) {
      return DocumentTypes.defaults();
    }
    Set<String> types =
        Arrays.stream(text.split(","))
            .map(type -> type.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (var type : types) {
      if (!type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")) {
        throw new StartRefusedException(
            "VIENTRO_DOCUMENT_TYPES is a list of media types, and this is none: " + type);
      }
    }
    return new DocumentTypes(types);
  }
}
