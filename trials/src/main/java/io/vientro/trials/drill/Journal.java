package io.vientro.trials.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A local file of lines that one life of a process appends to. A line that was written survives the
 * death of the process (not that of the machine: the drill kills processes only). Thread-safe.
 */
final class Journal implements AutoCloseable {
  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  static Journal create(Path file) {
    try {
      return new Journal(
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends a line, or several that end with a line feed each but the last. */
  synchronized void write(String lines) {
    ByteBuffer bytes = ByteBuffer.wrap((lines + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a journal; none if there is no such file. A last line cut short is left out. */
  static List<String> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal of one life of a process. */
  static Path path(Path folder, Life life) {
    return folder.resolve("%s-%04d.journal".formatted(life.name(), life.number()));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
