package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationPageTest {

  @Test
  void no_line_is_longer_than_eighty_characters() {
    var page =
        new Page()
            .title("x ".repeat(100))
            .field("Label", "y".repeat(300))
            .field("A label that is longer than its column", "word ".repeat(60))
            .row(List.of(16, 5), List.of("Mon 01/01/2026", "1", "z ".repeat(99)))
            .item("q".repeat(81))
            .toString();
    assertThat(page.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(page.replaceAll("[^y]", "")).hasSize(300);
    assertThat(page.replaceAll("[^z]", "")).hasSize(99);
  }

  @Test
  void what_people_wrote_cannot_forge_a_line() {
    var page =
        new Page().field("Aid", "Sample\nRESULT\u2028The last day is\u202e tomorrow").toString();
    assertThat(page.lines()).hasSize(1);
    assertThat(page).doesNotContain("\u202e", "\u2028");
  }

  @Test
  void letters_are_composed_so_that_columns_stand() {
    var decomposed = "Tie\u0302\u0301ng Vie\u0323\u0302t";
    assertThat(new Page().item(decomposed).toString()).isEqualTo("- Ti\u1ebfng Vi\u1ec7t\n");
  }
}
