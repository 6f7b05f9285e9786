package io.vientro.log.archive;

import io.vientro.log.Block;
import io.vientro.log.BlockChain;
import io.vientro.log.LogCorruptedException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An archive that lies in a folder, and believes none of its files unchecked. */
public final class LogArchive {
  private static final HexFormat HEX = HexFormat.of();

  private final Path folder;
  private final Manifest manifest;

  private LogArchive(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens a finished archive.
   *
   * @throws ArchiveException if the manifest is missing or no good, or the export that made it
   *     never came to its end
   */
  public static LogArchive open(Path folder) {
    Manifest manifest = Manifest.read(folder);
    if (manifest.size() == 0) {
      throw new ArchiveException("the export in " + folder + " never came to its end; repeat it");
    }
    return new LogArchive(folder, manifest);
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Reads it from the first block to the last one and checks everything: the files against the
   * manifest, positions, hashes, histories.
   *
   * @param each hears every block after it was checked; what comes after it, and the file as a
   *     whole, is then yet to be checked
   * @throws LogCorruptedException naming the first position that cannot be trusted
   * @throws ArchiveException if a file is missing, has another length or digest, or is not listed
   */
  public void read(Consumer<Block> each) {
    for (Segment segment : manifest.segments()) {
      requireSize(folder, segment);
    }
    requireNoOther(folder, manifest.segments());
    BlockChain chain = new BlockChain();
    for (Segment segment : manifest.segments()) {
      read(segment, chain, each);
    }
    if (chain.commits() != manifest.commits()) {
      throw new ArchiveException(
          "the segments hold %d commits, the manifest says %d"
              .formatted(chain.commits(), manifest.commits()));
    }
  }

  /**
   * Likewise, and then checks the files that go with the log: that each one that an event names is
   * listed, that nothing else is, and that each is what the event says.
   *
   * @param companions finds the files that a block names
   */
  public void read(Companions companions, Consumer<Block> each) {
    Map<String, Companion> unnamed = new LinkedHashMap<>();
    manifest.companions().forEach(companion -> unnamed.put(companion.name(), companion));
    read(
        block -> {
          for (Companion named : companions.of(block)) {
            if (!named.equals(unnamed.remove(named.name()))) {
              throw new ArchiveException(
                  "position %d: the export does not have the document %s"
                      .formatted(block.first(), named.name()));
            }
          }
          each.accept(block);
        });
    if (!unnamed.isEmpty()) {
      throw new ArchiveException(
          "no event names the document " + unnamed.keySet().iterator().next());
    }
    for (Companion companion : manifest.companions()) {
      requireUnchanged(folder, companion);
    }
  }

  /**
   * One of the files that go with the log, unchecked.
   *
   * @throws ArchiveException if it cannot be read
   */
  public InputStream open(Companion companion) {
    try {
      return new BufferedInputStream(Files.newInputStream(folder.resolve(companion.path())));
    } catch (IOException e) {
      throw unreadable(companion.path(), e);
    }
  }

  private void read(Segment segment, BlockChain chain, Consumer<Block> each) {
    MessageDigest sha256 = sha256();
    try (var in =
            new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(segment.name()))),
                sha256);
        var lines =
            new BufferedReader(
                new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Block block = parse(segment, chain.next(), line);
        chain.add(block);
        if (block.first() == 0 && !HEX.formatHex(block.hash()).equals(manifest.begins())) {
          throw new ArchiveException("the log does not begin as the manifest says");
        }
        each.accept(block);
      }
    } catch (IOException e) {
      throw unreadable(segment.name(), e);
    }
    requireDigest(segment, sha256);
    if (chain.next() != segment.next() || !HEX.formatHex(chain.hash()).equals(segment.hash())) {
      throw new LogCorruptedException(
          chain.next(), segment.name() + " does not end at the position and hash in the manifest");
    }
  }

  private static Block parse(Segment segment, long position, String line) {
    try {
      return BlockLine.read(line);
    } catch (LogCorruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LogCorruptedException(
          position, "a line of " + segment.name() + " is no document: " + e.getMessage(), e);
    }
  }

  /** Checks lengths and digests of the files, and not what is in them. */
  static void requireUnchanged(Path folder, Manifest manifest) {
    for (Segment segment : manifest.segments()) {
      requireSize(folder, segment);
      MessageDigest sha256 = sha256();
      try (var in =
          new DigestInputStream(Files.newInputStream(folder.resolve(segment.name())), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw unreadable(segment.name(), e);
      }
      requireDigest(segment, sha256);
    }
    for (Companion companion : manifest.companions()) {
      requireUnchanged(folder, companion);
    }
  }

  private static void requireUnchanged(Path folder, Companion companion) {
    Path file = folder.resolve(companion.path());
    MessageDigest sha256 = sha256();
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ArchiveException(companion.path() + " is missing");
      }
      if (Files.size(file) != companion.bytes()) {
        throw new ArchiveException(
            "%s has %d bytes instead of %d"
                .formatted(companion.path(), Files.size(file), companion.bytes()));
      }
      try (var in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw unreadable(companion.path(), e);
    }
    if (!HEX.formatHex(sha256.digest()).equals(companion.sha256())) {
      throw new ArchiveException(companion.path() + " does not have the digest in the manifest");
    }
  }

  private static void requireSize(Path folder, Segment segment) {
    Path file = folder.resolve(segment.name());
    try {
      if (!Files.isRegularFile(file)) {
        throw new ArchiveException(
            "position %d: %s is missing".formatted(segment.first(), segment.name()));
      }
      if (Files.size(file) != segment.bytes()) {
        throw new ArchiveException(
            "%s has %d bytes instead of %d"
                .formatted(segment.name(), Files.size(file), segment.bytes()));
      }
    } catch (IOException e) {
      throw unreadable(segment.name(), e);
    }
  }

  /** Whoever reads the folder by hand takes all segments there are. */
  private static void requireNoOther(Path folder, List<Segment> segments) {
    List<String> listed = segments.stream().map(Segment::name).toList();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> Segment.NAME.matcher(name).matches() && !listed.contains(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new ArchiveException(
                    "the manifest does not list "
                        + name
                        + ": an export was broken off; repeat it, or remove the file");
              });
    } catch (IOException e) {
      throw new ArchiveException(folder + " cannot be read: " + ProtectedFile.reason(e), e);
    }
  }

  private static void requireDigest(Segment segment, MessageDigest sha256) {
    if (!HEX.formatHex(sha256.digest()).equals(segment.sha256())) {
      throw new ArchiveException(segment.name() + " does not have the digest in the manifest");
    }
  }

  private static ArchiveException unreadable(String name, IOException e) {
    return new ArchiveException(name + " cannot be read: " + ProtectedFile.reason(e), e);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
