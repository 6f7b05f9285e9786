package io.vientro.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/performance.md}: what a benchmark printed, kept under its heading. */
public final class PerformancePage {
  /** What was tried by hand stays last. */
  private static final String LAST = "\n## Tried\n";

  private PerformancePage() {}

  /** Replaces what stands under the heading, up to the next one. */
  public static void record(Path root, String heading, List<String> report) throws IOException {
    Path page = root.resolve("docs/performance.md");
    String text = Files.readString(page);
    String line = "## " + heading + "\n";
    String section = line + "\n" + String.join("\n", report) + "\n";
    int at = text.indexOf(line);
    if (at >= 0) {
      int next = text.indexOf("\n## ", at + line.length());
      Files.writeString(
          page, text.substring(0, at) + section + (next < 0 ? "" : text.substring(next)));
      return;
    }
    int last = text.indexOf(LAST);
    String before = (last < 0 ? text : text.substring(0, last)).stripTrailing();
    Files.writeString(page, before + "\n\n" + section + (last < 0 ? "" : text.substring(last)));
  }
}
