package io.vientro.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data folder for one process. The operating system lets go of it when the process dies,
 * however it dies.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "vientro.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DataFolderException(
          "data folder cannot be created: " + folder + " (" + reason(e) + ")", e);
    }
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DataFolderException(
          "data folder cannot be written: " + folder + " (" + reason(e) + ")", e);
    }
    if (lock(folder, channel) == null) {
      close(channel);
      throw new DataFolderException("data folder is already open in another process: " + folder);
    }
    // The file itself stays when the lock goes: deleting it would let two processes lock two files
    // of the same name.
    return new FolderLock(channel);
  }

  private static @Nullable FileLock lock(Path folder, FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      close(channel);
      throw new DataFolderException(
          "data folder cannot be locked: " + folder + " (" + reason(e) + ")", e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DataFolderException("lock file cannot be closed: " + reason(e), e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
