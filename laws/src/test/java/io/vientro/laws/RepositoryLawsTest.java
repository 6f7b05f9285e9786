package io.vientro.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the repository promises whoever clones it. Forbidden words are put together here, so that
 * this file may stand in it.
 */
class RepositoryLawsTest {

  private static final long ONE_MEGABYTE = 1024 * 1024;

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.\\-])/(?:work|root|home)" + "/");

  private static final Pattern REGISTRY_HOST =
      Pattern.compile(
          "repo1?\\.maven\\.(?:apache\\.)?"
              + "org|registry\\.npm"
              + "js|pypi\\."
              + "org|artifact"
              + "ory|sonatype\\."
              + "org");

  private static final Pattern MARKER = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final Pattern LINK = Pattern.compile("(?<!`)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

  private static final Pattern DECISION_RECORD = Pattern.compile("\\d{4}(?:-[a-z0-9]+){3,}\\.md");

  @Test
  void noFileNamesAFolderOfSomebodysMachine() {
    assertThat(found(MACHINE_PATH)).isEmpty();
  }

  @Test
  void noFileNamesAPackageRegistry() {
    assertThat(found(REGISTRY_HOST)).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(found(MARKER)).isEmpty();
  }

  @Test
  void noFileIsLargerThanOneMegabyte() {
    assertThat(Repository.files())
        .filteredOn(f -> f.toFile().length() > ONE_MEGABYTE)
        .extracting(Repository::relative)
        .isEmpty();
  }

  @Test
  void everyLinkOfADocumentLeadsSomewhere() {
    var broken = new ArrayList<String>();
    for (var document : Repository.files(".md")) {
      var text = withoutCode(Repository.text(document).orElseThrow());
      for (var match : LINK.matcher(text).results().toList()) {
        var target = match.group(1);
        if (!target.matches("(?:https?|mailto):.*") && !resolves(document, target)) {
          broken.add(Repository.relative(document) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void aDecisionRecordIsNamedByItsDecision() {
    var records = decisionRecords();
    assertThat(records)
        .allMatch(name -> DECISION_RECORD.matcher(name).matches(), "NNNN-a-sentence.md");
    assertThat(records.stream().map(name -> name.substring(0, 4)))
        .as("numbers of decision records")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyTextThatIsThereInVietnameseIsThereInEnglishAndTheOtherWayRound() {
    var bundles = Repository.files("_vi.properties");
    assertThat(bundles).isNotEmpty();
    for (var vietnamese : bundles) {
      var english =
          vietnamese.resolveSibling(
              vietnamese.getFileName().toString().replace("_vi.properties", ".properties"));
      assertThat(english).exists();
      assertThat(keys(vietnamese)).as(Repository.relative(vietnamese)).isEqualTo(keys(english));
    }
  }

  @Test
  void theLawsSeeWhatTheyForbid() {
    assertThat(MACHINE_PATH.matcher("cd /ro" + "ot/x").find()).isTrue();
    assertThat(MACHINE_PATH.matcher("gov.vn/p/ho" + "me/dvc").find()).isFalse();
    assertThat(MARKER.matcher("// TO" + "DO later").find()).isTrue();
    assertThat(MARKER.matcher("YYMMDD-XX" + "XX").find()).isFalse();
    assertThat(DECISION_RECORD.matcher("0007-positions-are-commit-order.md").matches()).isTrue();
    assertThat(DECISION_RECORD.matcher("7-positions.md").matches()).isFalse();
  }

  private static List<String> decisionRecords() {
    return Repository.files(".md").stream()
        .filter(f -> Repository.relative(f).startsWith("docs/adr/"))
        .map(f -> f.getFileName().toString())
        .filter(name -> !name.equals("README.md"))
        .toList();
  }

  private static List<String> found(Pattern pattern) {
    var found = new ArrayList<String>();
    for (var file : Repository.files()) {
      var text = Repository.text(file);
      if (text.isPresent()) {
        pattern
            .matcher(text.get())
            .results()
            .forEach(
                match ->
                    found.add(
                        Repository.relative(file)
                            + ":"
                            + text.get().substring(0, match.start()).lines().count()
                            + " "
                            + match.group()));
      }
    }
    return found;
  }

  /** Code shows what people type; a bracket in it is no link. */
  private static String withoutCode(String markdown) {
    return markdown.replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`\\n]*`", "");
  }

  private static boolean resolves(Path document, String target) {
    var hash = target.indexOf('#');
    var path = hash < 0 ? target : target.substring(0, hash);
    var file = path.isEmpty() ? document : document.getParent().resolve(path).normalize();
    if (!file.startsWith(Repository.ROOT) || !Files.exists(file)) {
      return false;
    }
    return hash < 0
        || !file.toString().endsWith(".md")
        || anchors(file).contains(target.substring(hash + 1));
  }

  private static Set<String> anchors(Path document) {
    return withoutFences(Repository.text(document).orElseThrow())
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s*", "").strip().toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutFences(String markdown) {
    return markdown.replaceAll("(?ms)^```.*?^```", "");
  }

  private static Set<String> keys(Path file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Repository.text(file).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
