package io.vientro.http.users;

import io.vientro.core.decision.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The accounts as a text file, for its owner's eyes only. One account in a line: name, role,
 * agency, day of creation, hash and, where there is one, unit, apart by single spaces; empty lines
 * and lines beginning with {@code #} do not count. The first line names the format.
 *
 * @param path where it is
 */
public record UsersFile(Path path) {
  private static final String FORMAT = "# vientro users 1";
  private static final long LARGEST = 10_000_000;
  // A lock on a file is held by the whole process; its threads need one of their own.
  private static final ReentrantLock WRITING = new ReentrantLock();

  /**
   * The accounts by name, in the order of the file; none if there is no file.
   *
   * @throws UsersFileException if the file cannot be read or any line of it is wrong
   */
  public SequencedMap<String, Account> read() {
    try {
      if (Files.size(path) > LARGEST) {
        throw new UsersFileException(path + ": too large for a users file");
      }
      return parse(Files.readString(path));
    } catch (NoSuchFileException none) {
      return new LinkedHashMap<>();
    } catch (MalformedInputException notUtf8) {
      throw new UsersFileException(path + ": not UTF-8");
    } catch (IOException unreadable) {
      throw new UsersFileException(
          path + ": cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  private SequencedMap<String, Account> parse(String text) {
    var accounts = new LinkedHashMap<String, Account>();
    var lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
      throw new UsersFileException(path + ":1: the first line must be \"" + FORMAT + "\"");
    }
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var account = account(line, i + 1);
      if (accounts.putIfAbsent(account.name(), account) != null) {
        throw new UsersFileException(path + ":" + (i + 1) + ": this name is there twice");
      }
    }
    return accounts;
  }

  private Account account(String line, int number) {
    var parts = line.split(" ", -1);
    var where = path + ":" + number + ": ";
    if (parts.length < 5 || parts.length > 6 || List.of(parts).contains("")) {
      throw new UsersFileException(
          where
              + "expected name, role, agency, day, hash and perhaps unit, apart by single spaces");
    }
    try {
      return new Account(
          parts[0],
          Role.valueOf(parts[1]),
          parts[2],
          LocalDate.parse(parts[3]),
          parts[4],
          parts.length == 6 ? parts[5] : null);
    } catch (DateTimeException noDay) {
      throw new UsersFileException(where + "the day is not a yyyy-MM-dd of the calendar");
    } catch (IllegalArgumentException wrong) {
      throw new UsersFileException(
          where + (known(parts[1]) ? wrong.getMessage() : "there is no such role"));
    }
  }

  private static boolean known(String role) {
    for (var each : Role.values()) {
      if (each.name().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Replaces the accounts as one step: whoever reads sees the file before or the file after, and a
   * crash leaves one of the two. Two changes at once wait for each other.
   *
   * @throws UsersFileException if the file there is cannot be read
   */
  public void change(UnaryOperator<SequencedMap<String, Account>> change) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    WRITING.lock();
    try {
      changeLocked(folder, change);
    } finally {
      WRITING.unlock();
    }
  }

  private void changeLocked(Path folder, UnaryOperator<SequencedMap<String, Account>> change)
      throws IOException {
    var lockFile = folder.resolve(path.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock on " + lockFile + " was lost");
      }
      write(folder, change.apply(new LinkedHashMap<>(read())));
    }
  }

  private void write(Path folder, Map<String, Account> accounts) throws IOException {
    var text = new StringBuilder(FORMAT).append('\n');
    for (var account : accounts.values()) {
      text.append(
          "%s %s %s %s %s%s\n"
              .formatted(
                  account.name(),
                  account.role(),
                  account.agency(),
                  account.created(),
                  account.hash(),
                  account.unit() == null ? "" : " " + account.unit()));
    }
    var temporary = Files.createTempFile(folder, ".users-", ".tmp", ownerOnly(folder));
    try {
      try (var out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(folder);
    } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException impossible) {
      throw new IOException("the file system cannot replace a file in one step", impossible);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  // The rename itself is only durable when the folder is; not every system lets one open a folder.
  private static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The content is safe; an old file under this name after a power cut is the worst that can
      // happen.
    }
  }
}
