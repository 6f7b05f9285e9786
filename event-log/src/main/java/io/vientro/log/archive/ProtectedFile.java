package io.vientro.log.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, each there whole and on disk, or as it was before. Where
 * the file system knows no owners, the folder's own protection has to do.
 */
public final class ProtectedFile {
  /** Ends the name of a file that is being written; one that was left behind means nothing. */
  static final String UNFINISHED = ".part";

  private ProtectedFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the stream is buffered and not to be closed. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file or replaces it.
   *
   * @throws ArchiveException naming the file, if the system refuses
   */
  public static void write(Path file, Content content) {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      // Made anew, so that its rights are its own from the first byte on.
      Files.deleteIfExists(unfinished);
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              owner("rw-------"))) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new ArchiveException(file + " cannot be written: " + reason(e), e);
    }
  }

  /**
   * Makes a folder that only its owner may enter; one that exists stays as it is.
   *
   * @throws ArchiveException naming the folder, if the system refuses
   */
  static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder, owner("rwx------"));
    } catch (IOException e) {
      throw new ArchiveException(folder + " cannot be made: " + reason(e), e);
    }
  }

  static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static FileAttribute<?>[] owner(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** The name of a file is on disk only when its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
