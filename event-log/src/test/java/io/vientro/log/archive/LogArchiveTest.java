package io.vientro.log.archive;

import static io.vientro.log.Samples.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vientro.log.Block;
import io.vientro.log.BlockChain;
import io.vientro.log.BlockSource;
import io.vientro.log.Commit;
import io.vientro.log.EventHasher;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.LogVerifier;
import io.vientro.log.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written can be read, and nothing that was not written. */
class LogArchiveTest {
  /** About two blocks. */
  private static final long SMALL = 1_000;

  @TempDir private Path temporary;
  private Path folder;
  private Forger forger;
  private final InMemoryEventLog log = new InMemoryEventLog();

  /** Eight blocks of two events each, in segments of two or so. */
  @BeforeEach
  void fill() {
    folder = temporary.resolve("export");
    forger = new Forger(folder);
    append(0, 8);
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      log.append(commit("dossier-" + i % 3, i / 3 * 2L, 2));
    }
  }

  private Manifest export() {
    return export(log.blocks());
  }

  private Manifest export(BlockSource source) {
    return new LogExport(source, folder, SMALL).run(Set.of(), manifest -> {});
  }

  private List<Block> read() {
    var blocks = new ArrayList<Block>();
    LogArchive.open(folder).read(blocks::add);
    return blocks;
  }

  private static List<String> lines(List<Block> blocks) {
    return blocks.stream().map(BlockLine::write).toList();
  }

  // Writing

  @Test
  void whatWasExportedIsReadAsItWas() {
    var manifest = export();

    assertThat(lines(read())).isEqualTo(lines(log.blocks().blocks(0, 100)));
    assertThat(manifest.size()).isEqualTo(16);
    assertThat(manifest.commits()).isEqualTo(8);
    assertThat(manifest.hash()).isEqualTo(LogVerifier.verify(log).runningHash());
    assertThat(LogArchive.open(folder).manifest()).isEqualTo(manifest);
  }

  @Test
  void segmentsAreNumberedContiguousAndClosedAtTheirSize() throws IOException {
    var segments = export().segments();

    assertThat(segments).hasSizeGreaterThan(2);
    for (int i = 0; i < segments.size(); i++) {
      assertThat(segments.get(i).name()).isEqualTo("log-00000" + (i + 1) + ".jsonl");
      assertThat(segments.get(i).first()).isEqualTo(i == 0 ? 0 : segments.get(i - 1).next());
      assertThat(Files.size(forger.segment(i + 1))).isEqualTo(segments.get(i).bytes());
    }
    assertThat(segments.subList(0, segments.size() - 1))
        .allSatisfy(s -> assertThat(s.bytes()).isBetween(SMALL, 2 * SMALL));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    export();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aSecondExportAddsWhatIsNewAndTouchesNothingElse() throws IOException {
    var first = export();
    var before = new ArrayList<Object>();
    for (var segment : first.segments()) {
      before.add(
          Files.readAttributes(forger.segment(segment.number()), "lastModifiedTime,fileKey"));
    }
    append(8, 12);

    var second = export();

    assertThat(second.segments()).startsWith(first.segments().toArray(Segment[]::new));
    assertThat(second.segments().size()).isGreaterThan(first.segments().size());
    assertThat(second.size()).isEqualTo(24);
    assertThat(second.commits()).isEqualTo(12);
    var after = new ArrayList<Object>();
    for (var segment : first.segments()) {
      after.add(Files.readAttributes(forger.segment(segment.number()), "lastModifiedTime,fileKey"));
    }
    assertThat(after).isEqualTo(before);
    assertThat(lines(read())).isEqualTo(lines(log.blocks().blocks(0, 100)));
  }

  @Test
  void anExportOfNothingNewAddsNothing() {
    assertThat(export()).isEqualTo(export());
    assertThat(read()).hasSize(8);
  }

  @Test
  void theManifestIsWrittenLast() {
    var told = new ArrayList<Manifest>();

    var written =
        new LogExport(log.blocks(), folder, SMALL)
            .run(
                Set.of(),
                manifest -> {
                  assertThat(Manifest.read(folder).size()).isZero();
                  assertThat(forger.segment(manifest.segments().size())).exists();
                  told.add(manifest);
                });

    assertThat(told).containsExactly(written);
  }

  @Test
  void anExportThatWasBrokenOffIsNoneUntilItIsRepeated() throws IOException {
    assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(() -> export(failing(9)));

    assertRefused("never came to its end", this::read);
    export();
    assertThat(read()).hasSize(8);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void anAdditionThatWasBrokenOffLeavesTheEarlierExportAndIsRepeated() throws IOException {
    var first = export();
    append(8, 16);
    assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(() -> export(failing(28)));

    assertThat(Manifest.read(folder)).isEqualTo(first);
    assertThat(forger.segment(first.segments().size() + 1)).exists();
    assertRefused("the manifest does not list log-", this::read);

    assertThat(export().size()).isEqualTo(32);
    assertThat(read()).hasSize(16);
  }

  /** A store that goes away when it is asked for a position or one after it. */
  private BlockSource failing(long position) {
    BlockSource source = log.blocks();
    return new BlockSource() {
      @Override
      public List<Block> blocks(long from, int atMostEvents) {
        if (from >= position) {
          throw new LogUnavailableException("gone", null);
        }
        return source.blocks(from, 1);
      }

      @Override
      public @Nullable Block floor(long at) {
        return source.floor(at);
      }

      @Override
      public long nextPosition() {
        return source.nextPosition();
      }
    };
  }

  @Test
  void anEmptyLogIsNotExported() {
    assertRefused("the log is empty", () -> export(new InMemoryEventLog().blocks()));
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderWithOtherThingsIsRefused() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.txt"), "text");

    assertRefused("neither empty nor an earlier export: it holds thesis.txt", this::export);
  }

  @Test
  void anExportWithOtherThingsInItIsNotContinued() throws IOException {
    export();
    Files.writeString(folder.resolve("thesis.txt"), "text");

    assertRefused("holds what is no part of an export: thesis.txt", this::export);
  }

  @Test
  void whatLiesBesideAnExportDoesNotTakeItsNames() {
    for (var name : List.of("manifest.json", "log-000007.jsonl")) {
      assertRefused(
          name + " is the name of another file",
          () -> new LogExport(log.blocks(), folder, SMALL).run(Set.of(name), manifest -> {}));
    }
  }

  @Test
  void anExportThatWasBrokenOffAtItsFirstByteIsRepeated() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("manifest.json.part"), "{");

    assertThat(export().size()).isEqualTo(16);
  }

  @Test
  void anExportOfAnotherLogIsNotContinued() {
    export();
    var other = new InMemoryEventLog();
    for (int i = 0; i < 20; i++) {
      other.append(commit("other-" + i, 0, 1));
    }

    assertRefused("position 15: the log does not have the hash", () -> export(other.blocks()));
  }

  @Test
  void aLogThatLostItsEndIsNotExportedOverTheWholeOne() {
    export();
    var shorter = new InMemoryEventLog();
    shorter.append(
        log.blocks().blocks(0, 1).stream().map(LogArchiveTest::asCommit).toList().getFirst());

    assertRefused("the log ends before position 16", () -> export(shorter.blocks()));
  }

  private static Commit asCommit(Block block) {
    return new Commit(
        block.commitIds().getFirst(), block.events().stream().map(StoredEvent::event).toList());
  }

  @Test
  void anExportThatWasChangedIsNotContinued() throws IOException {
    export();
    forger.text(2, text -> text.replaceFirst("happened", "Happened"));

    assertRefused("log-000002.jsonl does not have the digest", this::export);
  }

  // Reading

  @Test
  void aGapIsRefusedByItsPosition() throws IOException {
    export();
    forger.lines(2, lines -> lines.remove(0));
    forger.adjustDigests();

    assertCorrupted(firstOf(2), "a gap: the next block begins at " + (firstOf(2) + 2));
  }

  @Test
  void aBlockThatComesTwiceIsRefused() throws IOException {
    export();
    forger.lines(1, lines -> lines.add(1, lines.getFirst()));
    forger.adjustDigests();

    assertCorrupted(2, "a block stands out of order: 0");
  }

  @Test
  void aChangedByteIsRefusedWithAndWithoutAManifestThatWasChangedToo() throws IOException {
    export();
    long position = firstOf(2);
    forger.text(2, text -> text.replaceFirst("\\\\\"n\\\\\":([0-9])", "\\\\\"n\\\\\":9$1"));
    assertRefused("log-000002.jsonl has", this::read);
    forger.text(2, text -> text.replaceFirst("\\\\\"n\\\\\":9", "\\\\\"m\\\\\":"));
    assertCorrupted(position, "the events of the block do not give its hash");

    forger.adjustDigests();
    assertCorrupted(position, "the events of the block do not give its hash");
  }

  @Test
  void aChangedHashIsRefused() throws IOException {
    export();
    forger.lines(
        1,
        lines -> {
          Document block = Document.parse(lines.get(1));
          block.append("prev", block.get("hash"));
          lines.set(1, block.toJson());
        });
    forger.adjustDigests();

    assertCorrupted(2, "the block does not continue the hash before it");
  }

  @Test
  void whatNoHashCoversIsRefused() throws IOException {
    export();
    forger.lines(
        1, lines -> lines.set(1, Document.parse(lines.get(1)).append("note", "x").toJson()));
    forger.adjustDigests();

    assertCorrupted(2, "a field that is none of");
  }

  @Test
  void aCommitIdThatComesTwiceIsRefused() {
    var blocks = log.blocks().blocks(0, 4);
    String id = blocks.get(0).commitIds().getFirst();
    byte[] running = blocks.get(0).hash();
    var again = new ArrayList<StoredEvent>();
    for (var event : blocks.get(1).events()) {
      again.add(new StoredEvent(event.position(), id, event.event()));
      running = EventHasher.running(running, EventHasher.leaf(again.getLast()));
    }
    byte[] hash = running;
    var chain = new BlockChain();
    chain.add(blocks.get(0));

    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(
            () -> chain.add(new Block(chain.hash(), hash, blocks.get(0).commitIds(), again)))
        .withMessageContaining("position 2: commit " + id + " comes a second time");
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws IOException {
    export();
    forger.text(3, text -> text.substring(0, text.length() - 100));
    assertRefused("log-000003.jsonl has", this::read);

    forger.adjustDigests();
    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(this::read)
        .withMessageContaining("a line of log-000003.jsonl is no document");
  }

  @Test
  void aLastLineThatIsMissingIsRefused() throws IOException {
    export();
    int last = Manifest.read(folder).segments().size();
    forger.lines(last, List::removeLast);
    forger.adjustDigests();

    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(this::read)
        .withMessageContaining("does not end at the position and hash in the manifest");
  }

  @Test
  void aMissingSegmentIsRefused() throws IOException {
    export();
    Files.delete(forger.segment(2));

    assertRefused("position " + firstOf(2) + ": log-000002.jsonl is missing", this::read);
  }

  @Test
  void segmentsThatWereSwappedAreRefused() throws IOException {
    export();
    String two = Files.readString(forger.segment(2));
    forger.text(2, text -> read(3));
    forger.text(3, text -> two);
    forger.adjustDigests();

    assertCorrupted(firstOf(2), "a gap: the next block begins at " + firstOf(3));
  }

  private String read(int number) {
    try {
      return Files.readString(forger.segment(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aManifestThatLeavesASegmentOutOrTurnsThemRoundIsRefused() throws IOException {
    export();
    forger.manifest(m -> Collections.swap(m.getList("segments", Document.class), 0, 1));
    assertRefused("names log-000002.jsonl where log-000001.jsonl has to stand", this::read);

    forger.manifest(
        m -> {
          Collections.swap(m.getList("segments", Document.class), 0, 1);
          m.getList("segments", Document.class).get(1).append("first", 400);
        });
    assertRefused("has a gap, log-000002.jsonl begins at 400", this::read);
  }

  @Test
  void aManifestThatIsWrongIsRefused() throws IOException {
    export();
    String good = Files.readString(folder.resolve(Manifest.FILE));
    assertManifestRefused(good.replace("vientro-log/1", "vientro-log/9"), "is of format");
    assertManifestRefused(
        good.replace("\"size\": 16", "\"size\": 18"), "does not agree with itself");
    assertManifestRefused(
        good.replace("\"size\": 16", "\"size\": \"x\""), "size is no whole number");
    assertManifestRefused(good.replace("\"commits\": 8", "\"commits\": 9"), "hold 8 commits");
    assertManifestRefused(
        good.replaceFirst("\"begins\": \"..", "\"begins\": \"zz"), "does not begin");
    assertManifestRefused(
        good.replaceFirst("\"hash\": \"..", "\"hash\": \"zz"), "agree with itself");
    assertManifestRefused(good.substring(0, 40), "is no manifest");
    assertManifestRefused("[]", "is no manifest");
    Files.delete(folder.resolve(Manifest.FILE));
    assertRefused("there is no export in", this::read);
  }

  private void assertManifestRefused(String manifest, String message) throws IOException {
    Files.writeString(folder.resolve(Manifest.FILE), manifest);
    assertRefused(message, this::read);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    export();
    byte[] bytes = Files.readAllBytes(forger.segment(1));
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sample.happened")] = (byte) 0xff;
    Files.write(forger.segment(1), bytes);

    assertRefused("log-000001.jsonl cannot be read", this::read);
  }

  private long firstOf(int number) {
    return Manifest.read(folder).segments().get(number - 1).first();
  }

  private void assertCorrupted(long position, String message) {
    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(this::read)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.position()).isEqualTo(position));
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
