package io.vientro.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * One start with samples in a folder of its own, a few requests, an orderly stop: run by the build
 * under {@code -XX:AOTCacheOutput}, so that the JVM keeps what a start needs.
 */
final class Rehearsal {
  private Rehearsal() {}

  static int run(PrintStream out) {
    try {
      Path data = Files.createTempDirectory("vientro-rehearsal");
      try {
        rehearse(data, out);
      } finally {
        delete(data);
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rehearse(Path data, PrintStream out) throws IOException {
    for (StartOptions.Samples samples :
        new StartOptions.Samples[] {StartOptions.Samples.ALL, null}) {
      var options = new StartOptions(0, data, samples, true);
      try (Standalone standalone = new Standalone(options, out::println)) {
        int port = standalone.open().port();
        for (String path : new String[] {"/actuator/health", "/api/v1/dossiers"}) {
          get(URI.create("http://127.0.0.1:" + port + path), out);
        }
      }
    }
  }

  private static void get(URI uri, PrintStream out) throws IOException {
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Authorization", TrainingUsers.basic("supervisor"));
    int status = connection.getResponseCode();
    out.println(status + " " + uri.getPath());
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (body != null) {
        body.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
