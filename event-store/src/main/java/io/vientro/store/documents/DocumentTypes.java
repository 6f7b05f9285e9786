package io.vientro.store.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, found by Apache Tika from its first bytes alone: no name and no declared type is
 * asked. Office Open XML, which Tika's core knows only as such, is told apart by what its package
 * says of itself. Thread-safe.
 */
public final class DocumentTypes {
  /** How many of the first bytes are looked at. */
  static final int LOOKED_AT = 1 << 16;

  private static final Map<String, String> USUAL = usual();

  private final Set<String> allowed;

  /**
   * @param allowed media types in lower case, for example {@code application/pdf}
   */
  public DocumentTypes(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** PDF, images, text, and office documents without macros. */
  public static DocumentTypes defaults() {
    return new DocumentTypes(USUAL.keySet());
  }

  /** The types taken by default, in an order for people. */
  public static List<String> defaultTypes() {
    return List.copyOf(USUAL.keySet());
  }

  private static Map<String, String> usual() {
    var types = new LinkedHashMap<String, String>();
    types.put("application/pdf", ".pdf");
    types.put("image/jpeg", ".jpg");
    types.put("image/png", ".png");
    types.put("image/tiff", ".tif");
    types.put("text/plain", ".txt");
    types.put(OfficePackages.DOCX, ".docx");
    types.put(OfficePackages.XLSX, ".xlsx");
    types.put(OfficePackages.PPTX, ".pptx");
    types.put("application/vnd.oasis.opendocument.text", ".odt");
    types.put("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    types.put("application/vnd.oasis.opendocument.presentation", ".odp");
    return types;
  }

  public boolean allows(String type) {
    return allowed.contains(type);
  }

  /**
   * The type of a file.
   *
   * @param begin its first bytes, or all of it
   * @return a media type in lower case without parameters; {@code application/octet-stream} if
   *     nobody knows
   */
  public static String detect(byte[] begin) {
    try {
      var found =
          MimeTypes.getDefaultMimeTypes()
              .detect(new ByteArrayInputStream(begin), new Metadata())
              .getBaseType()
              .toString();
      return OfficePackages.mayBe(found) ? OfficePackages.detect(begin).orElse(found) : found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the name of a downloaded file ends, dot included; {@code .bin} if there is no such way. */
  public static String extension(String type) {
    var usual = USUAL.get(type);
    if (usual != null) {
      return usual;
    }
    try {
      var extension = MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
      return extension.matches("\\.[a-z0-9]{1,10}") ? extension : ".bin";
    } catch (MimeTypeException e) {
      return ".bin";
    }
  }
}
