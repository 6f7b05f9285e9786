package io.vientro.log.archive;

import io.vientro.log.Block;
import io.vientro.log.BlockReader;
import io.vientro.log.BlockSource;
import io.vientro.log.LogCorruptedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a log into a folder, or what was appended since into the folder of its last export. A file
 * that the manifest names is never written again.
 */
public final class LogExport {
  /** Small enough to be looked at and sent, large enough to be few. */
  public static final long SEGMENT_BYTES = 64L << 20;

  private static final int BATCH = 500;
  private static final HexFormat HEX = HexFormat.of();

  private final BlockSource log;
  private final Path folder;
  private final long segmentBytes;

  /**
   * @param log may go on being written to: the export ends where the log did when it came there
   * @param segmentBytes a segment that has reached this is closed; a block is never divided
   */
  public LogExport(BlockSource log, Path folder, long segmentBytes) {
    this.log = log;
    this.folder = folder;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Runs it.
   *
   * @param others names of files that may lie in the folder besides, put there by the caller
   * @param beforeManifest is told what the manifest is going to say when all segments are there;
   *     what it writes is never older than the log of the archive
   * @return the manifest that was written
   * @throws ArchiveException if the log is empty, or the folder holds something else or an export
   *     of another log, or one that was changed since
   * @throws LogCorruptedException if the log is broken; the earlier export stays as it was
   */
  public Manifest run(Set<String> others, Consumer<Manifest> beforeManifest) {
    return run(Companions.NONE, others, beforeManifest);
  }

  /**
   * Likewise, with the files that the log names: they follow the segments, before anything else.
   *
   * @param companions finds and gives them
   */
  public Manifest run(
      Companions companions, Set<String> others, Consumer<Manifest> beforeManifest) {
    Block begin = new BlockReader(log, 0).nextBlocks(1).stream().findFirst().orElse(null);
    if (begin == null) {
      throw new ArchiveException("the log is empty: there is nothing to export");
    }
    Manifest earlier = earlier(others);
    List<Segment> segments = new ArrayList<>(earlier.segments());
    long commits = earlier.commits();
    List<Companion> named = new ArrayList<>(earlier.companions());
    Reading reading =
        new Reading(
            new BlockReader(log, earlier.size()), block -> named.addAll(companions.of(block)));
    while (reading.peek() != null) {
      Writing writing = new Writing(segments.size() + 1, reading);
      segments.add(writing.run());
      commits += writing.commits;
    }
    write(named.subList(earlier.companions().size(), named.size()), companions);
    Manifest manifest =
        segments.size() == earlier.segments().size()
            ? earlier
            : new Manifest(
                HEX.formatHex(begin.hash()),
                segments.getLast().next(),
                commits,
                segments.getLast().hash(),
                segments,
                named);
    beforeManifest.accept(manifest);
    manifest.write(folder);
    return manifest;
  }

  private void write(List<Companion> added, Companions companions) {
    if (added.isEmpty()) {
      return;
    }
    ProtectedFile.makeFolder(folder.resolve(Companion.FOLDER));
    for (Companion companion : added) {
      ProtectedFile.write(folder.resolve(companion.path()), to -> companions.write(companion, to));
    }
  }

  /** What the folder holds already: nothing, or an export that the log continues. */
  private Manifest earlier(Set<String> others) {
    for (String name : others) {
      if (name.equals(Manifest.FILE)
          || name.equals(Companion.FOLDER)
          || Segment.NAME.matcher(name).matches()) {
        throw new ArchiveException(name + " is the name of another file of an export");
      }
    }
    ProtectedFile.makeFolder(folder);
    List<String> names = names(folder);
    if (!names.contains(Manifest.FILE)) {
      for (String name : names) {
        if (!name.equals(Manifest.FILE + ProtectedFile.UNFINISHED)) {
          throw new ArchiveException(
              folder + " is neither empty nor an earlier export: it holds " + name);
        }
      }
      // Marks the folder as ours, should this export be broken off.
      Manifest.empty().write(folder);
      return Manifest.empty();
    }
    Manifest manifest = Manifest.read(folder);
    LogArchive.requireUnchanged(folder, manifest);
    requireContinued(manifest);
    Set<String> listed = Set.copyOf(manifest.segments().stream().map(Segment::name).toList());
    for (String name : names) {
      if (name.endsWith(ProtectedFile.UNFINISHED)
          || Segment.NAME.matcher(name).matches() && !listed.contains(name)) {
        delete(folder.resolve(name)); // of an export that was broken off
      } else if (name.equals(Companion.FOLDER)) {
        removeUnlisted(manifest);
      } else if (!listed.contains(name) && !name.equals(Manifest.FILE) && !others.contains(name)) {
        throw new ArchiveException(folder + " holds what is no part of an export: " + name);
      }
    }
    return manifest;
  }

  /** Documents of an export that was broken off. */
  private void removeUnlisted(Manifest manifest) {
    Path documents = folder.resolve(Companion.FOLDER);
    Set<String> listed =
        manifest.companions().stream().map(Companion::name).collect(Collectors.toSet());
    for (String name : names(documents)) {
      if (!listed.contains(name)) {
        delete(documents.resolve(name));
      }
    }
  }

  private void requireContinued(Manifest manifest) {
    if (manifest.size() == 0) {
      return;
    }
    Block last = log.floor(manifest.size() - 1);
    if (last == null || last.next() < manifest.size()) {
      throw new ArchiveException(
          "the log ends before position %d, where the export in %s ends: it is another log, or has lost events"
              .formatted(manifest.size(), folder));
    }
    if (last.next() != manifest.size() || !HEX.formatHex(last.hash()).equals(manifest.hash())) {
      throw new ArchiveException(
          "position %d: the log does not have the hash of the export in %s: it is another log, or was changed"
              .formatted(manifest.size() - 1, folder));
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new ArchiveException(folder + " cannot be read: " + ProtectedFile.reason(e), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new ArchiveException(file + " cannot be removed: " + ProtectedFile.reason(e), e);
    }
  }

  /** The log, block by block. */
  private static final class Reading {
    private final BlockReader reader;
    private final Consumer<Block> taken;
    private final Deque<Block> read = new ArrayDeque<>();

    Reading(BlockReader reader, Consumer<Block> taken) {
      this.reader = reader;
      this.taken = taken;
    }

    @Nullable Block peek() {
      if (read.isEmpty()) {
        read.addAll(reader.nextBlocks(BATCH));
      }
      return read.peek();
    }

    Block take() {
      Block block = read.remove();
      taken.accept(block);
      return block;
    }
  }

  /** One segment. */
  private final class Writing {
    private final int number;
    private final Reading reading;
    private final MessageDigest sha256 = LogArchive.sha256();
    private long first;
    private long next;
    private long bytes;
    private long commits;
    private byte[] hash = new byte[0];

    Writing(int number, Reading reading) {
      this.number = number;
      this.reading = reading;
    }

    Segment run() {
      ProtectedFile.write(folder.resolve(Segment.name(number)), this::writeTo);
      return new Segment(
          number, first, next - first, bytes, HEX.formatHex(hash), HEX.formatHex(sha256.digest()));
    }

    private void writeTo(OutputStream to) throws IOException {
      OutputStream out = new DigestOutputStream(to, sha256);
      while (bytes < segmentBytes && reading.peek() != null) {
        Block block = reading.take();
        byte[] line = (BlockLine.write(block) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line);
        if (bytes == 0) {
          first = block.first();
        }
        bytes += line.length;
        next = block.next();
        commits += block.commitIds().size();
        hash = block.hash();
      }
    }
  }
}
