package io.vientro.log.archive;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vientro.log.Block;
import io.vientro.log.InMemoryEventLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that events name go along with the log, and none is taken for another. */
class CompanionsTest {
  @TempDir private Path temporary;
  private Path folder;
  private final InMemoryEventLog log = new InMemoryEventLog();
  private final Map<String, byte[]> files = new HashMap<>();
  private int commits;

  /** An event whose payload is {@code {"file":"NAME"}} names a file. */
  private final Companions companions =
      new Companions() {
        @Override
        public List<Companion> of(Block block) {
          return block.events().stream()
              .map(stored -> stored.event().payload())
              .filter(payload -> payload.startsWith("{\"file\":\""))
              .map(payload -> payload.substring(9, payload.length() - 2))
              .map(name -> new Companion(name, files.get(name).length, sha256(files.get(name))))
              .toList();
        }

        @Override
        public void write(Companion companion, OutputStream to) throws IOException {
          to.write(files.get(companion.name()));
        }
      };

  @BeforeEach
  void fill() {
    folder = temporary.resolve("export");
    append("a-1", "first");
    append("a-2", "second");
  }

  private void append(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    log.append(
        commit("commit-" + commits, event("dossier-1", commits, "{\"file\":\"" + name + "\"}")));
    commits++;
  }

  private Manifest export() {
    return new LogExport(log.blocks(), folder, 1_000).run(companions, Set.of(), manifest -> {});
  }

  private void read() {
    LogArchive.open(folder).read(companions, block -> {});
  }

  private Path file(String name) {
    return folder.resolve("documents").resolve(name);
  }

  @Test
  void filesLieBesideTheSegmentsAndAreListedWithTheirDigests() throws IOException {
    var manifest = export();
    assertThat(manifest.companions()).extracting(Companion::name).containsExactly("a-1", "a-2");
    assertThat(file("a-1")).hasContent("first");
    assertThat(LogArchive.open(folder).manifest()).isEqualTo(manifest);
    read();
    try (var in = LogArchive.open(folder).open(manifest.companions().getLast())) {
      assertThat(in.readAllBytes()).isEqualTo(files.get("a-2"));
    }
  }

  @Test
  void aSecondExportAddsFilesAndWritesNoneAgain() throws IOException {
    export();
    var before = Files.readAttributes(file("a-1"), "lastModifiedTime,fileKey");
    append("a-3", "third");
    // As an export that was broken off leaves it.
    Files.writeString(file("a-9"), "left behind");
    Files.writeString(file("a-3.part"), "thi");
    var manifest = export();
    assertThat(manifest.companions()).hasSize(3);
    assertThat(Files.readAttributes(file("a-1"), "lastModifiedTime,fileKey")).isEqualTo(before);
    assertThat(file("a-9")).doesNotExist();
    assertThat(file("a-3.part")).doesNotExist();
    read();
  }

  @Test
  void aLogWithoutFilesHasAManifestLikeBefore() throws IOException {
    var plain = new InMemoryEventLog();
    plain.append(commit("dossier-1", 0, 2));
    new LogExport(plain.blocks(), folder, 1_000).run(companions, Set.of(), manifest -> {});
    assertThat(Files.readString(folder.resolve(Manifest.FILE))).doesNotContain("documents");
    assertThat(folder.resolve("documents")).doesNotExist();
    read();
  }

  @Test
  void aFileThatIsMissingLongerOrAnotherIsRefused() throws IOException {
    export();
    Files.writeString(file("a-2"), "secone");
    refused("documents/a-2 does not have the digest in the manifest", this::read);
    refused("documents/a-2 does not have the digest in the manifest", this::export);
    Files.writeString(file("a-2"), "seconds");
    refused("documents/a-2 has 7 bytes instead of 6", this::read);
    Files.delete(file("a-2"));
    refused("documents/a-2 is missing", this::read);
    Files.createSymbolicLink(file("a-2"), file("a-1"));
    refused("documents/a-2 is missing", this::read);
  }

  @Test
  void aFileThatTheManifestLeavesOutOrMakesUpIsRefused() throws IOException {
    export();
    var manifest = Files.readString(folder.resolve(Manifest.FILE));
    var withoutList = manifest.replace("\"documents\":", "\"papers\":");
    Files.writeString(folder.resolve(Manifest.FILE), withoutList);
    refused("the export does not have the document a-1", this::read);
    Files.writeString(folder.resolve(Manifest.FILE), manifest.replace("/a-2", "/a-3"));
    refused("the export does not have the document a-2", this::read);
    files.put("a-2", "another".getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve(Manifest.FILE), manifest);
    refused("the export does not have the document a-2", this::read);
  }

  @Test
  void noNameLeadsOutOfTheFolder() throws IOException {
    export();
    var manifest = Files.readString(folder.resolve(Manifest.FILE));
    for (var path :
        List.of("documents/../manifest.json", "../a-1", "documents//a-1", "documents/A.txt")) {
      Files.writeString(folder.resolve(Manifest.FILE), manifest.replace("documents/a-1", path));
      refused("is no manifest", this::read);
    }
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(call)
        .withMessageContaining(message);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
