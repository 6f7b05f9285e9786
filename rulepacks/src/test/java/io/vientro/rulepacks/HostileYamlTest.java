package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that another reader of YAML might read otherwise, or that are not packs at all. */
class HostileYamlTest {
  private static final String PACK = CheckedFile.resource("nd80-2020.yaml");

  @ParameterizedTest(name = "{0} at {1}:{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: yes                 | 1 | 4  | true or false
          a: No                  | 1 | 4  | true or false
          a: on                  | 1 | 4  | true or false
          a: OFF                 | 1 | 4  | true or false
          a: y                   | 1 | 4  | true or false
          a: True                | 1 | 4  | true or false
          a: FALSE               | 1 | 4  | true or false
          yes: a                 | 1 | 1  | true or false
          a: 010                 | 1 | 4  | octal
          a: 0o17                | 1 | 4  | octal
          a: 0x1F                | 1 | 4  | hexadecimal
          a: 0b11                | 1 | 4  | octal
          a: +5                  | 1 | 4  | signed
          a: -5                  | 1 | 4  | signed
          a: 1_000               | 1 | 4  | number
          a: 1e3                 | 1 | 4  | number
          a: 12345678901         | 1 | 4  | number
          a: 1e999999999         | 1 | 4  | number
          a: 190:20:30           | 1 | 4  | base 60
          a: 12:30               | 1 | 4  | base 60
          a: 16.10               | 1 | 4  | last zero
          a: .5                  | 1 | 4  | last zero
          a: 7.1.a               | 1 | 4  | in quotes
          a: 2020-09-17          | 1 | 4  | a date without quotes
          a: 2020-09-17T10:00:00Z | 1 | 4  | a date without quotes
          a: .inf                | 1 | 4  | meaning of its own
          a: .NaN                | 1 | 4  | meaning of its own
          a: =                   | 1 | 4  | meaning of its own
          <<: {b: 1}             | 1 | 1  | meaning of its own
          a: ~                   | 1 | 4  | no value
          a: null                | 1 | 4  | no value
          a:                     | 1 | 3  | no value
          a: &x b                | 1 | 4  | an anchor
          [&x a, *x]             | 1 | 8  | an alias
          a: !!str 5             | 1 | 4  | a tag
          a: !<tag:evil> {}      | 1 | 4  | a tag
          {a: 1, a: 2}           | 1 | 8  | given twice
          1: a                   | 1 | 1  | not a text
          ? [a] : b              | 1 | 3  | not a text
          a: b\\n---\\nc: d      | 2 | 1  | second document
          a: b\\n  c: d          | 2 | 4  | not YAML
          a: [b                  | 1 | 6  | not YAML
          a: "b                  | 1 | 6  | not YAML
          a:\\tb: c              | 1 | 3  | not YAML
          a: *none               | 1 | 4  | an alias
          a: b\\u0000            | 1 | 5  | U+0000
          a: b\\u202Ec           | 1 | 5  | invisible character U+202E
          a: b\\u200Bc           | 1 | 5  | invisible character U+200B
          a: Ma\\u0302u          | 1 | 4  | NFC
          ``                     | 1 | 1  | empty
          # nothing              | 1 | 1  | empty
          """)
  void what_has_more_than_one_meaning_is_refused_where_it_stands(
      String text, int line, int column, String message) {
    var findings = StrictYaml.read(unescaped(text), "hostile").findings();
    assertThat(findings)
        .as("%s", findings)
        .anySatisfy(
            f -> {
              assertThat(f.message()).contains(message);
              assertThat(f.line()).isEqualTo(line);
              assertThat(f.column()).isEqualTo(column);
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: plain text
          a: "yes"
          a: '2020-09-17'
          a: "16.10"
          a: 20
          a: 0
          a: true
          a: nope
          a: Nghị định 80/2020/NĐ-CP
          """)
  void what_has_one_meaning_is_read(String text) {
    assertThat(StrictYaml.read(text, "plain").findings()).isEmpty();
  }

  /** The mark § shows where the finding is expected; it is taken out before reading. */
  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 3                              | version: §1, surprise                        | integer
          version: 3                              | version: §"1"                                | integer
          version: 3                              | version: §0                                  | minimum
          version: 3                              | version: §[1]                                | integer
          act: "Decree 80/2020/NĐ-CP"             | act: §80                                     | string
          act: "Decree 80/2020/NĐ-CP"             | act: §""                                     | at least 1
          to: "2025-12-07"                        | to: §"2025-02-30"                            | not a day of the calendar
          to: "2025-12-07"                        | to: §2025-12-07                              | a date without quotes
          to: "2025-12-07"                        | to: §"07/12/2025"                            | pattern
          articles: "10.6"                        | articles: §10.6                              | last zero
          articles: "10.6"                        | articles: §"Article 10"                      | pattern
          confidence: INFERRED                    | confidence: §CERTAIN                         | enumeration
          approver: VFF_PRESIDENT                 | approver: §vff president                     | pattern
          approver: VFF_PRESIDENT                 | §aprover: VFF_PRESIDENT                      | unknown field 'aprover'
          must-be-valid: true                     | must-be-valid: §yes                          | true or false
          must-be-valid: true                     | must-be-valid: §"true"                       | boolean
          amount: 20                              | amount: §"20"                                | integer
          amount: 20                              | amount: §20.0                                | last zero
          unit: CALENDAR_DAY                      | unit: §DAY                                   | enumeration
          kinds: [PASSPORT]                       | kinds: §[]                                   | at least 1
          kinds: [PASSPORT]                       | kinds: [§PASPORT]                            | enumeration
          { field: localities, is: NONE }         | §{ field: localities }                       | exactly one of
          { field: localities, is: NONE }         | §{ field: localities, is: NONE, in: [ONE] }  | exactly one of
          { field: localities, is: NONE }         | §{ is: NONE }                                | exactly one of
          { field: localities, is: NONE }         | §{ all: [ { under: "5" } ], field: purpose } | exactly one of
          { field: localities, is: NONE }         | { field: §locality, is: NONE }               | enumeration
          { field: localities, is: NONE }         | { under: §"1e9" }                            | pattern
          fixed: ["01-15"]                        | fixed: [§"15 January"]                       | pattern
          fixed: ["01-15"]                        | fixed: ["01-15", §0115]                      | pattern
          kind: TIME_OF_DAY                       | kind: §CLOCK                                 | enumeration
          months: 3                               | months: §0                                   | minimum
          mode: OWN_PROJECT_UNIT                  | mode: §NO_UNIT                               | enumeration
          debtor: LEAD                            | debtor: §BOSS                                | enumeration
          """)
  void a_file_of_another_shape_is_refused_where_it_deviates(
      String find, String replace, String message) {
    Edit.of(PACK, find, replace).assertFinding(message);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    var text =
        PACK.replace("version: 3", "version: one")
            .replace("articles: \"10.6\"", "articles: 10.6")
            .replace("receiver: MANAGING_AGENCY", "recipient: MANAGING_AGENCY")
            .replace("  digits: 4", "  digits: 4\n  digits: 5");
    var refused =
        catchThrowableOfType(
            RulePackException.class, () -> RulePackLoader.parse(text, "broken.yaml"));
    assertThat(refused.findings())
        .extracting(Finding::message)
        .anyMatch(m -> m.contains("integer"))
        .anyMatch(m -> m.contains("last zero"))
        .anyMatch(m -> m.contains("unknown field 'recipient'"))
        .anyMatch(m -> m.contains("'receiver' is missing"))
        .anyMatch(m -> m.contains("'digits' is given twice"));
    assertThat(refused.findings())
        .isSortedAccordingTo(java.util.Comparator.comparingInt(Finding::line));
    assertThat(refused).hasMessageContaining("broken.yaml:");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    var latin = "act: Nghị định".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> RulePackLoader.parse(latin, "latin.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void bottomless_nesting_and_endless_text_are_refused() {
    for (var text :
        List.of("[".repeat(100_000), "a: ".repeat(50), "- ".repeat(5_000), "x".repeat(2_000_000))) {
      assertThatThrownBy(() -> RulePackLoader.parse(text, "hostile.yaml"))
          .isInstanceOf(RulePackException.class);
    }
  }

  @Test
  void aliases_that_multiply_are_refused_unexpanded() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (var i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThatThrownBy(() -> RulePackLoader.parse(bomb.toString(), "bomb.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("an alias");
  }

  @Test
  void whatever_happens_to_its_characters_a_file_is_read_or_refused_and_nothing_else() {
    var random = new Random(80_2020);
    var characters = "\n\t \u0000:{}[]-#&*!|>'\"%@`,?0aé\uD83D\uFEFF".toCharArray();
    // The head of the file is enough: it has every construct, and the tables would only cost time.
    var head = PACK.substring(0, PACK.indexOf("  - id: law-drafting"));
    for (var i = 0; i < 1_000; i++) {
      var text = new StringBuilder(head);
      for (var edits = random.nextInt(1, 4); edits > 0; edits--) {
        var at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, characters[random.nextInt(characters.length)]);
          case 1 -> text.insert(at, characters[random.nextInt(characters.length)]);
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        }
      }
      try {
        RulePackLoader.parse(text.toString(), "changed.yaml");
      } catch (RulePackException e) {
        assertThat(e.findings()).isNotEmpty().allMatch(f -> f.line() > 0 && f.column() > 0);
      }
    }
  }

  private static String unescaped(String text) {
    return text == null
        ? ""
        : text.replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\u0000", "\u0000")
            .replace("\\u202E", "\u202E")
            .replace("\\u200B", "\u200B")
            .replace("\\u0302", "\u0302");
  }
}
