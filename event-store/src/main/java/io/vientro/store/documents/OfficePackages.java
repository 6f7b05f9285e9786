package io.vientro.store.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Tells Office Open XML packages apart: by the content type of the main part that the package
 * states, else by the folder of its parts. A package that states a main part with macros is none of
 * these.
 */
final class OfficePackages {
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  private static final Set<String> CONTAINERS =
      Set.of("application/zip", "application/x-tika-ooxml");
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  /** More than any honest package states; what inflates to more is not read on. */
  private static final int MOST_STATED = 1 << 18;

  private static final Map<String, String> FOLDERS =
      Map.of("word/", DOCX, "xl/", XLSX, "ppt/", PPTX);
  private static final Map<String, String> MAIN_PARTS = mainParts();

  private OfficePackages() {}

  private static Map<String, String> mainParts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put(DOCX + ".main+xml", DOCX);
    parts.put(XLSX + ".main+xml", XLSX);
    parts.put(PPTX + ".main+xml", PPTX);
    return parts;
  }

  static boolean mayBe(String type) {
    return CONTAINERS.contains(type);
  }

  /** The type, as far as the first bytes of a package tell. */
  static Optional<String> detect(byte[] begin) {
    var byFolder = Optional.<String>empty();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(begin))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(CONTENT_TYPES)) {
          var stated = text(zip);
          return MAIN_PARTS.entrySet().stream()
              .filter(part -> stated.contains('"' + part.getKey() + '"'))
              .map(Map.Entry::getValue)
              .findFirst();
        }
        if (byFolder.isEmpty()) {
          byFolder = byFolder(entry);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // The first bytes end within an entry, or it is none of ours: what was seen so far counts.
      return byFolder;
    }
    return byFolder;
  }

  private static Optional<String> byFolder(ZipEntry entry) {
    return FOLDERS.entrySet().stream()
        .filter(folder -> entry.getName().startsWith(folder.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String text(InputStream entry) throws IOException {
    var text = new ByteArrayOutputStream();
    var some = new byte[8192];
    try {
      for (var n = entry.read(some); n >= 0 && text.size() < MOST_STATED; n = entry.read(some)) {
        text.write(some, 0, n);
      }
    } catch (IOException cutOff) {
      // What was stated before the first bytes end is all there is to go by.
      return text.toString(StandardCharsets.UTF_8);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
