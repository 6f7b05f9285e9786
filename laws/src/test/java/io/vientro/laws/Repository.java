package io.vientro.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of this repository as they would be checked in: no build output, no data, no editor's
 * folders.
 */
final class Repository {
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", "data", ".vientro", ".idea", ".vscode", "node_modules");

  private Repository() {}

  /** The folder that holds the modules. */
  static final Path ROOT = root();

  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    for (var folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml")) && Files.exists(folder.resolve("laws/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository: " + here);
  }

  /** All files, sorted by path. */
  static List<Path> files() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return !folder.equals(ROOT) && NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              var name = file.getFileName().toString();
              if (attributes.isRegularFile()
                  && !NOT_OURS.contains(name)
                  && !name.endsWith(".class")) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /** Files whose name ends so. */
  static List<Path> files(String ending) {
    return files().stream().filter(f -> f.toString().endsWith(ending)).toList();
  }

  /** Java sources of a kind, {@code main} or {@code test}, of all modules. */
  static List<Path> sources(String kind) {
    return files(".java").stream()
        .filter(f -> relative(f).contains("/src/" + kind + "/java/"))
        .toList();
  }

  /** The path as documents write it. */
  static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** The text of a file, or empty if it is not UTF-8 text. */
  static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
