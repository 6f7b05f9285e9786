package io.vientro.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, run as a newcomer would type it; only the port is another one. */
class ReadmeWalkTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static final String LISTED = "\"title\":\"Dự án Mẫu: trạm y tế xã\"";

  @Test
  void the_walk_of_the_readme_runs_as_printed() throws Exception {
    var data = folder.resolve("data");
    try (var vientro = new Standalone(new StartOptions(0, data, null, false), line -> {})) {
      var port = vientro.open().port();
      var output = run(walk().replace("8080", Integer.toString(port)));

      assertThat(output).contains("\"translation-missing\"", "\"programme-or-project-document\"");
      assertThat(output).contains("\"code\":\"gap-open\"", "\"article\":\"8.1, 8.2\"");
      assertThat(output).contains("\"state\":\"SUPPLEMENT_REQUESTED\"", "\"state\":\"CHECKING\"");
      assertThat(output).containsPattern("\"code\":\"T01\\.001-[0-9]{6}-0001\"");
      assertThat(output).contains("\"type\":\"dossier.accepted\"", "Nguyễn Văn Mẫu");
      assertThat(output).contains("\"limit\":\"appraisal\"");
      // The lists found it by words without their accents: among accepted ones, and as pending.
      assertThat(output)
          .containsPattern(LISTED + "[^]]*\"modality\":\"PROJECT\"")
          .containsPattern(LISTED + "[^]]*\"ageDays\":0");
      assertThat(output).contains("\"code\":\"consultee-not-asked\"", "\"article\":\"10.2.c\"");
      assertThat(output).contains("\"state\":\"APPROVED\"", "\"state\":\"NOTIFIED\"");
      assertThat(output).contains("\"type\":\"aid.approved\"", "\"urgency\"");
      assertThat(output).doesNotContain("\"status\":500", "unauthenticated");
    }
  }

  private static String walk() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var blocks = BLOCK.matcher(readme).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(4);
    return blocks.stream().collect(Collectors.joining("\necho\n"));
  }

  private String run(String script) throws IOException, InterruptedException {
    var output = folder.resolve("output");
    var process =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}
