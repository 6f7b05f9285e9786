package io.vientro.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What classes do not show and sources do. */
class SourceLawsTest {

  /**
   * A step of one day is how a loop goes through a calendar; any other literal amount would be a
   * number of the law.
   */
  private static final Pattern AMOUNT_OF_TIME =
      Pattern.compile(
          "\\.(?:plus|minus)(?:Days|Weeks|Months|Years)\\(\\s*-?(?!1\\))\\d"
              + "|\\.(?:plus|minus)(?:Weeks|Months|Years)\\(\\s*\\d"
              + "|(?:Duration|Period)\\s*\\.\\s*of\\w*\\(\\s*\\d");

  private static final Pattern AMOUNT_OF_MONEY =
      Pattern.compile("new BigDecimal\\(\\s*\"|BigDecimal\\.valueOf\\(\\s*\\d");

  private static final Pattern TERM_OF_THE_LAW = Pattern.compile("new LegalTerm\\(\\s*\\d");

  @Test
  void thereIsCoreToRead() {
    assertThat(core()).hasSizeGreaterThan(50);
  }

  @Test
  void coreContainsNoAmountOfTimeThatTheLawCouldChange() {
    assertThat(found(core(), AMOUNT_OF_TIME)).isEmpty();
    assertThat(found(core(), TERM_OF_THE_LAW)).isEmpty();
  }

  @Test
  void coreContainsNoAmountOfMoney() {
    assertThat(found(core(), AMOUNT_OF_MONEY)).isEmpty();
  }

  @Test
  void thePatternSeesWhatItForbids() {
    for (var forbidden :
        List.of(
            "d.plusDays(20)",
            "d.minusMonths(6)",
            "Period.ofDays(5)",
            "d.plusDays(10)",
            "d.plusYears(1)")) {
      assertThat(AMOUNT_OF_TIME.matcher(forbidden).find()).as(forbidden).isTrue();
    }
    for (var allowed : List.of("d.plusDays(1)", "d.minusDays(1)", "d.plusDays(term.amount())")) {
      assertThat(AMOUNT_OF_TIME.matcher(allowed).find()).as(allowed).isFalse();
    }
  }

  @Test
  void everyPackageSaysThatItIsNullMarked() {
    var packages = Repository.sources("main").stream().map(Path::getParent).distinct().toList();
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              var info = folder.resolve("package-info.java");
              assertThat(Files.exists(info)).as(Repository.relative(info)).isTrue();
              assertThat(Repository.text(info).orElseThrow())
                  .as(Repository.relative(info))
                  .contains("NullMarked");
            });
  }

  private static List<Path> core() {
    return Repository.sources("main").stream()
        .filter(f -> Repository.relative(f).startsWith("core/"))
        .toList();
  }

  private static List<String> found(List<Path> files, Pattern pattern) {
    return files.stream()
        .flatMap(
            f ->
                pattern
                    .matcher(Repository.text(f).orElseThrow())
                    .results()
                    .map(match -> Repository.relative(f) + ": " + match.group()))
        .toList();
  }
}
