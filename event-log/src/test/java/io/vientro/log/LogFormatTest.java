package io.vientro.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vientro.log.archive.LogArchive;
import io.vientro.log.archive.LogExport;
import io.vientro.log.archive.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pins the bytes: what lies in a log today has to be checkable in twenty years. The vectors were
 * not made by this code.
 */
class LogFormatTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final Path PAGE = Path.of("..", "docs", "log-format.md");

  @TempDir private Path folder;

  @Test
  void theBytesAndHashesAreThoseOfTheVectors() throws IOException {
    List<StoredEvent> events = blocks().stream().flatMap(block -> block.events().stream()).toList();
    List<String> vectors =
        resource("vectors.txt").lines().filter(line -> !line.startsWith("#")).toList();
    byte[] running = EventHasher.genesis();

    assertThat(events).hasSameSizeAs(vectors);
    for (int i = 0; i < vectors.size(); i++) {
      String[] vector = vectors.get(i).split(" ");
      StoredEvent event = events.get(i);
      assertThat(event.position()).isEqualTo(Long.parseLong(vector[0]));
      assertThat(HEX.formatHex(EventHasher.leafInput(event))).isEqualTo(vector[1]);
      assertThat(HEX.formatHex(EventHasher.leaf(event))).isEqualTo(vector[2]);
      running = EventHasher.running(running, EventHasher.leaf(event));
      assertThat(HEX.formatHex(running)).isEqualTo(vector[3]);
    }
  }

  @Test
  void theDumpedBlocksAreReadAndChecked() throws IOException {
    InMemoryEventLog log = new InMemoryEventLog();
    blocks().forEach(log::put);

    assertThat(LogVerifier.verify(log))
        .isEqualTo(
            new LogVerification(
                4, 3, "6f026694875fc000de5e50e618f5122618ea25168e9dcc0f409af4d7e0021e52", null));
  }

  @Test
  void aBlockIsWrittenAsTheDumpHasIt() throws IOException {
    for (String line : resource("blocks.json").lines().toList()) {
      Document written = BlockDocument.encode(BlockDocument.decode(Document.parse(line)));

      assertThat(Document.parse(written.toJson())).isEqualTo(Document.parse(line));
    }
  }

  @Test
  void thePageShowsTheBytesOfTheFirstVector() throws IOException {
    String page = Files.readString(PAGE);
    String[] vector = resource("vectors.txt").lines().toList().get(1).split(" ");
    StringBuilder bytes = new StringBuilder("00");
    Matcher row = Pattern.compile("\\| `([0-9a-f]+)` \\| `([0-9a-f]+)` \\|").matcher(page);
    while (row.find()) {
      bytes.append(row.group(1)).append(row.group(2));
    }

    assertThat(bytes).hasToString(vector[1]);
    assertThat(page).contains(vector[2], vector[3]);
  }

  @Test
  void theScriptOnThePageChecksTheDumpAndFindsChanges() throws Exception {
    String dump = resource("blocks.json");
    String answer =
        "4 events, running hash 6f026694875fc000de5e50e618f5122618ea25168e9dcc0f409af4d7e0021e52";

    assertThat(Files.readString(PAGE)).contains("```\n" + answer + "\n```");
    assertThat(runScript(dump)).isEqualTo(answer);
    assertThat(runScript(dump.replace("H.1", "H.2")))
        .isEqualTo("position 0: the events of the block do not give its hash");
    assertThat(runScript(dump.substring(dump.indexOf('\n') + 1)))
        .isEqualTo("position 0: a hole, the next block begins at 3");
  }

  @Test
  void theScriptOnThePageChecksTheSegmentsOfAnExport() throws Exception {
    InMemoryEventLog log = new InMemoryEventLog();
    blocks().forEach(log::put);
    Path export = folder.resolve("export");

    Manifest manifest = new LogExport(log.blocks(), export, 1).run(Set.of(), m -> {});

    assertThat(manifest.segments()).hasSize(2);
    String lines =
        Files.readString(export.resolve("log-000001.jsonl"))
            + Files.readString(export.resolve("log-000002.jsonl"));
    assertThat(runScript(lines)).isEqualTo("4 events, running hash " + manifest.hash());
  }

  @Test
  void anExportIsPinnedToTheByte() throws IOException {
    InMemoryEventLog log = new InMemoryEventLog();
    blocks().forEach(log::put);

    new LogExport(log.blocks(), folder, LogExport.SEGMENT_BYTES).run(Set.of(), m -> {});

    assertThat(folder.resolve("log-000001.jsonl")).hasContent(resource("export/log-000001.jsonl"));
    assertThat(folder.resolve("manifest.json")).hasContent(resource("export/manifest.json"));
  }

  /** For ever: an export may be read when nothing else is left. */
  @Test
  void theExportOfTheFirstFormatIsRead() throws Exception {
    Path export = Path.of(LogFormatTest.class.getResource("export/manifest.json").toURI());
    List<Block> read = new ArrayList<>();

    LogArchive.open(export.getParent()).read(read::add);

    assertThat(read)
        .hasSize(2)
        .allSatisfy(b -> assertThat(b.sameAs(blocks().get(read.indexOf(b)))).isTrue());
  }

  private String runScript(String dump) throws IOException, InterruptedException {
    Matcher script =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(script.find()).isTrue();
    Path program = Files.writeString(folder.resolve("check.py"), script.group(1));
    Path file = Files.writeString(folder.resolve("log.json"), dump);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", program.toString(), file.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return abort("python3 is not installed: the script in docs/log-format.md was not run");
    }
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return output;
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (String line : resource("blocks.json").lines().toList()) {
      blocks.add(BlockDocument.decode(Document.parse(line)));
    }
    return blocks;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LogFormatTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
