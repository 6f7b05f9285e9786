package io.vientro.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running store in a folder. Any MongoDB driver of this process reaches it by its {@link
 * #connectionString()}.
 *
 * <p>Promised: a write that was answered is on disk and survives {@code kill -9} and, as far as the
 * disk keeps its word about syncing, a power cut. Not promised: use by a second process at the same
 * time; the connection string holds a secret made at each start, and connections without it are
 * served nothing.
 */
public final class EmbeddedStore implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

  private static final String FILE = "vientro.mv";

  /** Below this a compaction gains too little to make a start or a stop wait for it. */
  private static final long WORTH_COMPACTING = 32L << 20;

  private final Path folder;
  private final FolderLock lock;
  private final MongoServer server;
  private final SyncedBackend backend;
  private final Consumer<String> progress;
  private final String connectionString;
  private boolean closed;

  private EmbeddedStore(
      Path folder,
      FolderLock lock,
      MongoServer server,
      SyncedBackend backend,
      Consumer<String> progress,
      String connectionString) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.backend = backend;
    this.progress = progress;
    this.connectionString = connectionString;
  }

  /**
   * Opens the store in a folder, quietly.
   *
   * @throws DataFolderException see {@link #open(Path, Consumer)}
   */
  public static EmbeddedStore open(Path folder) {
    return open(folder, line -> {});
  }

  /**
   * Opens the store in a folder, creating both as needed. A file that has become much larger than
   * its data is compacted first.
   *
   * @param folder where the data live; taken for this process until {@link #close()}
   * @param progress hears one line at a time while a compaction runs, now or at the stop; called
   *     from other threads too
   * @throws DataFolderException if the folder is open elsewhere, cannot be created or written, or
   *     holds an unreadable file
   */
  public static EmbeddedStore open(Path folder, Consumer<String> progress) {
    FolderLock lock = FolderLock.take(folder);
    try {
      return openLocked(folder, lock, progress);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedStore openLocked(Path folder, FolderLock lock, Consumer<String> progress) {
    Path file = folder.resolve(FILE);
    MVStore store;
    try {
      Compaction.cleanUp(file);
      store = openFile(file);
      OwnerOnly.set(file);
      if (store.getFileStore().size() > WORTH_COMPACTING
          && Compaction.liveBytes(store) < store.getFileStore().size() / 4) {
        store.close();
        Compaction.run(file, progress);
        store = openFile(file);
      }
    } catch (IOException | MVStoreException e) {
      throw new DataFolderException(
          "data file cannot be opened: " + file + " (" + e.getMessage() + ")", e);
    }
    String secret = newSecret();
    SyncedBackend backend = new SyncedBackend(store, secret);
    MongoServer server = new MongoServer(backend);
    try {
      server.bind("127.0.0.1", 0);
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw e;
    }
    int port = server.getLocalAddress().getPort();
    String connectionString =
        "mongodb://127.0.0.1:" + port + "/?directConnection=true&appName=" + secret;
    return new EmbeddedStore(folder, lock, server, backend, progress, connectionString);
  }

  /**
   * Nothing is written behind our back: neither by a timer nor when much has piled up in the middle
   * of a command.
   */
  private static MVStore openFile(Path file) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .compress()
            .open();
    // Safe, since each commit is synced before the next one begins, and readers hold the version
    // they read.
    store.setRetentionTime(0);
    return store;
  }

  private static String newSecret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * For a driver in this process. Do not log it: it opens the store to whoever reads it on this
   * machine.
   */
  public String connectionString() {
    return connectionString;
  }

  /** The folder as it was given. */
  public Path folder() {
    return folder;
  }

  /** Size of the data file in bytes, dead space included. */
  public long fileSize() {
    try {
      return Files.size(folder.resolve(FILE));
    } catch (IOException e) {
      throw new DataFolderException("data file is gone: " + folder.resolve(FILE), e);
    }
  }

  /**
   * Stops serving, writes what is left, compacts the file if more than half of it is dead, and lets
   * go of the folder.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.stopListening();
      long size = backend.getMvStore().getFileStore().size();
      boolean wasteful =
          size > WORTH_COMPACTING && Compaction.liveBytes(backend.getMvStore()) < size / 2;
      server.shutdownNow();
      if (wasteful) {
        Compaction.run(folder.resolve(FILE), progress);
      }
    } catch (IOException | MVStoreException e) {
      // The data are safe in the old file; the next start tries again.
      log.warn("the data file in {} could not be compacted", folder, e);
      progress.accept("the data file could not be compacted: " + e.getMessage());
    } finally {
      lock.close();
    }
  }
}
