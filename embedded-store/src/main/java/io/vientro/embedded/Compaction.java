package io.vientro.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * Rewrites the store's file with nothing but its live data. The new file is written beside the old
 * one, checked, synced, and then renamed over it in one step: whenever the process dies, either the
 * old file or the new one is there, whole.
 */
final class Compaction {
  private static final String SUFFIX = ".compacting";

  private Compaction() {}

  /**
   * Removes what an interrupted compaction left behind; the store's own file was not touched by it.
   */
  static void cleanUp(Path file) throws IOException {
    Files.deleteIfExists(beside(file));
  }

  /**
   * Bytes that a compaction would about leave. MVStore counts dead pages of its chunks, and free
   * space between them, separately.
   */
  static long liveBytes(MVStore store) {
    var fileStore = store.getFileStore();
    return fileStore.size() * fileStore.getFillRate() / 100 * fileStore.getChunksFillRate() / 100;
  }

  static void run(Path file, Consumer<String> progress) throws IOException {
    long before = Files.size(file);
    Path target = beside(file);
    progress.accept("compacting the data file: " + megabytes(before));
    try (ScheduledExecutorService reporter =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("vientro-compaction").unstarted(task))) {
      reporter.scheduleAtFixedRate(
          () ->
              progress.accept("compacting the data file: " + megabytes(size(target)) + " written"),
          2,
          2,
          TimeUnit.SECONDS);
      MVStore.compact(file.toString(), target.toString(), true, null);
      reporter.shutdownNow();
    }
    OwnerOnly.set(target);
    check(file, target);
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(target, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
    progress.accept(
        "compacted the data file: " + megabytes(before) + " -> " + megabytes(Files.size(file)));
  }

  /**
   * Compares the number of entries of each map: a copy that lost one must never replace the
   * original.
   */
  private static void check(Path source, Path target) throws IOException {
    try (MVStore before = readOnly(source);
        MVStore after = readOnly(target)) {
      for (String name : before.getMapNames()) {
        long expected = before.openMap(name).sizeAsLong();
        long found = after.hasMap(name) ? after.openMap(name).sizeAsLong() : -1;
        if (found != expected) {
          throw new IOException(
              "compaction lost entries of " + name + ": " + expected + " -> " + found);
        }
      }
    }
  }

  private static MVStore readOnly(Path file) {
    return new MVStore.Builder().fileName(file.toString()).readOnly().open();
  }

  /** Makes the rename itself durable; Windows cannot open a folder and does not need it. */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1_000_000) + " MB";
  }
}
