package io.vientro.laws;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** google-java-format over every Java source of the repository. */
final class SourceFormat {
  private final Formatter formatter = new Formatter();

  /** Files that are not formatted, in order. */
  List<Path> unformatted() {
    return sources().stream().filter(f -> !formatted(f).equals(text(f))).toList();
  }

  /**
   * Rewrites what is not formatted.
   *
   * @return the files that were rewritten
   */
  List<Path> rewrite() {
    var files = unformatted();
    for (var file : files) {
      try {
        Files.writeString(file, formatted(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /**
   * All Java sources, or those under the folders that {@code vientro.format.only} names, separated
   * by commas.
   */
  private static List<Path> sources() {
    var only = List.of(System.getProperty("vientro.format.only", "").split(","));
    return Repository.files(".java").stream()
        .filter(SourceFormat::ours)
        .filter(f -> only.stream().anyMatch(o -> Repository.relative(f).startsWith(o)))
        .toList();
  }

  private static boolean ours(Path file) {
    var name = Repository.relative(file);
    return name.contains("/src/") || name.startsWith("benchmarks/");
  }

  private String formatted(Path file) {
    try {
      return formatter.formatSourceAndFixImports(text(file));
    } catch (FormatterException e) {
      throw new IllegalStateException(Repository.relative(file) + ": " + e.getMessage(), e);
    }
  }

  private static String text(Path file) {
    return Repository.text(file)
        .orElseThrow(() -> new IllegalStateException(Repository.relative(file) + " is not UTF-8"));
  }
}
