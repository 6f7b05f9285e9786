package io.vientro.log.archive;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.Block;
import io.vientro.log.BlockStore;
import io.vientro.log.Commit;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive goes into any store, and comes out of it again as it was. */
abstract class LogImportContract {
  private static final int COMMITS = 300;

  @TempDir private Path temporary;
  private Path folder;
  private final InMemoryEventLog log = new InMemoryEventLog();
  private final List<Commit> commits = new ArrayList<>();

  /** An empty database for each test. */
  abstract MongoDatabase database();

  /** More than one batch of an import. */
  @BeforeEach
  void export() {
    for (int i = 0; i < COMMITS; i++) {
      commits.add(commit("dossier-" + i % 7, i / 7 * 2L, 2));
      log.append(commits.getLast());
    }
    folder = temporary.resolve("export");
    export(folder, new LogExport(log.blocks(), folder, 20_000));
  }

  private static Manifest export(Path folder, LogExport export) {
    return export.run(Set.of(), manifest -> {});
  }

  private BlockStore target() {
    return new BlockStore(database(), MongoLogOptions.defaults());
  }

  private LogImport load() {
    return new LogImport(LogArchive.open(folder), target());
  }

  private MongoEventLog opened() {
    return new MongoEventLog(database(), MongoLogOptions.defaults());
  }

  @Test
  void positionsIdsAndHashesStayAndAppendingGoesOn() {
    load().run(() -> {});

    assertThat(LogVerifier.verify(target())).isEqualTo(LogVerifier.verify(log));
    try (var imported = opened()) {
      assertThat(readAll(imported, 0)).isEqualTo(readAll(log, 0));
      assertThat(imported.aggregate("dossier-3", 0, 1000))
          .isEqualTo(log.aggregate("dossier-3", 0, 1000));
      assertThat(imported.append(commits.get(5)).repeated()).isTrue();
      assertThat(imported.append(commit("dossier-new", 0, 1)).commit().firstPosition())
          .isEqualTo(2L * COMMITS);
      assertThat(LogVerifier.verify(imported).finding()).isNull();
    }
  }

  @Test
  void whatWasImportedIsExportedToTheSameBytes() {
    load().run(() -> {});
    Path again = temporary.resolve("again");

    var manifest = export(again, new LogExport(target(), again, 20_000));

    assertThat(manifest).isEqualTo(Manifest.read(folder));
  }

  @Test
  void theExportOfOneStoreIsContinuedFromAnother() {
    load().run(() -> {});
    try (var imported = opened()) {
      imported.append(commit("dossier-new", 0, 3));
    }

    var manifest = export(folder, new LogExport(target(), folder, 20_000));

    assertThat(manifest.size()).isEqualTo(2L * COMMITS + 3);
    LogArchive.open(folder).read(block -> {});
  }

  @Test
  void anExportRunsBesideWriters() throws Exception {
    Path live = temporary.resolve("live");
    try (var written = opened();
        var writer = Executors.newSingleThreadExecutor()) {
      written.append(commits.getFirst());
      var writing = writer.submit(() -> commits.subList(1, 120).forEach(written::append));
      int exports = 0;
      for (; !writing.isDone(); exports++) {
        export(live, new LogExport(target(), live, 20_000));
      }
      writing.get();

      assertThat(exports).isPositive();
      assertThat(export(live, new LogExport(target(), live, 20_000)).size()).isEqualTo(240);
    }
    LogArchive.open(live).read(block -> {});
  }

  @Test
  void aStoreThatHasALogTakesNone() {
    try (var there = opened()) {
      there.append(commit("dossier-there", 0, 4));
    }

    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> load().run(() -> {}))
        .withMessageContaining("there is a log of 4 events already");
    assertThat(target().nextPosition()).isEqualTo(4);
  }

  @Test
  void ofABrokenArchiveNothingIsWritten() throws IOException {
    var forger = new Forger(folder);
    int last = Manifest.read(folder).segments().size();
    forger.lines(last, lines -> lines.remove(1));
    forger.adjustDigests();
    var written = new ArrayList<String>();

    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(() -> load().run(() -> written.add("keys")))
        .withMessageContaining("a gap");
    assertThat(target().nextPosition()).isZero();
    assertThat(written).isEmpty();
  }

  @Test
  void anImportThatWasBrokenOffIsNoLogAndIsTakenUpByTheNext() {
    var blocks = log.blocks().blocks(0, 1000);
    target().createIndexes();
    target().insert(blocks.subList(1, 140));
    try (var half = opened()) {
      assertThatExceptionOfType(LogCorruptedException.class)
          .isThrownBy(() -> half.reader(0).next(1))
          .withMessageContaining("position 0: a hole");
    }
    assertThat(LogVerifier.verify(target()).finding()).isNotNull();

    load().run(() -> {});

    assertThat(LogVerifier.verify(target())).isEqualTo(LogVerifier.verify(log));
  }

  @Test
  void whatFailsInTheMiddleLeavesNoLog() {
    var other = new InMemoryEventLog();
    for (int i = 0; i < COMMITS; i++) {
      other.append(commit("other-" + i, 0, 2));
    }
    target().createIndexes();
    target().insert(List.of(other.blocks().floor(400)));

    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> load().run(() -> {}))
        .withMessageContaining("position 400: the store holds or was given something");
    assertThat(target().blocks(0, 10)).isNotEmpty();
    assertThat(target().floor(0)).isNull();
  }

  @Test
  void nothingIsWrittenBeforeWhatTheLogNeeds() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                load()
                    .run(
                        () -> {
                          throw new IllegalStateException("no keys");
                        }));
    assertThat(target().nextPosition()).isZero();
  }

  @Test
  void whatAnotherImportLeftIsNotMixedWithThisOne() {
    var other = new InMemoryEventLog();
    for (int i = 0; i < 20; i++) {
      other.append(commit("other-" + i, 0, 3));
    }
    List<Block> foreign = other.blocks().blocks(0, 1000);
    target().createIndexes();
    target().insert(foreign.subList(1, 10));

    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> load().run(() -> {}))
        .withMessageContaining("position 3: the store holds or was given something");
    assertThat(target().floor(0)).isNull();
  }

  @Test
  void blocksBeyondTheArchiveAreNotCovered() {
    var longer = new InMemoryEventLog();
    for (int i = 0; i < 2 * COMMITS + 2; i++) {
      longer.append(commit("other-" + i, 0, 1));
    }
    target().createIndexes();
    target().insert(List.of(longer.blocks().floor(2L * COMMITS + 1)));

    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> load().run(() -> {}))
        .withMessageContaining("position " + 2 * COMMITS);
  }
}
