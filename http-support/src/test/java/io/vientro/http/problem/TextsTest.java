package io.vientro.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

  private static Properties bundle(String name) throws IOException {
    var stream =
        Objects.requireNonNull(TextsTest.class.getResourceAsStream("/io/vientro/http/" + name));
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var texts = new Properties();
      texts.load(reader);
      return texts;
    }
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() throws IOException {
    var english = bundle("problems.properties");
    var vietnamese = bundle("problems_vi.properties");
    assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
    for (var key : english.stringPropertyNames()) {
      assertThat(placeholders(vietnamese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
      assertThat(vietnamese.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
    }
  }

  private static java.util.List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(found -> found.group()).sorted().toList();
  }

  @Test
  void everyFindingHasATitleAsAProblemToo() throws IOException {
    var english = bundle("problems.properties");
    for (var key : english.stringPropertyNames()) {
      if (key.startsWith("field.")) {
        assertThat(english).containsKey("title." + key.substring("field.".length()));
      }
    }
  }

  @Test
  void aStatusWithoutANameIsStillAProblem() {
    assertThat(ProblemType.ofStatus(418))
        .extracting(ProblemType::code, type -> type.titles().en())
        .containsExactly("http-418", "The request cannot be served");
    assertThat(ProblemType.ofStatus(507).titles().en()).isEqualTo("The service cannot answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|VI",
        "en|EN",
        "en-US,en;q=0.9|EN",
        "vi-VN, en;q=0.9|VI",
        "en;q=0.1, vi;q=0.2|VI",
        "fr, de|VI",
        "*|VI",
        "vi;q=0, en;q=0.5|EN",
        ";;;q=x|VI",
      })
  void theLanguageIsWhatTheReaderPrefersAndElseVietnamese(String header, Language language) {
    assertThat(Language.accepted(header)).isEqualTo(language);
  }
}
