package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.query.answer.RulePackAnswers.Entry;
import io.vientro.rulepacks.BuiltInPacks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pack in words: every entry, and no code where a word should be. */
class RulePackPageTest {
  private static final RulePack PACK =
      BuiltInPacks.load().latest("nd80-2020").orElseThrow().load().pack();

  private static List<Entry> chapter(String id) {
    return RulePackChapters.of(PACK).stream()
        .filter(chapter -> chapter.id().equals(id))
        .findFirst()
        .orElseThrow()
        .entries();
  }

  @Test
  void no_entry_is_left_out() {
    assertThat(chapter("scope")).hasSameSizeAs(PACK.scope());
    assertThat(chapter("authority")).hasSameSizeAs(PACK.authority());
    assertThat(chapter("checklist")).hasSize(PACK.checklist().size() + 1);
    assertThat(chapter("receivers")).hasSameSizeAs(PACK.receivers());
    assertThat(chapter("limits")).hasSameSizeAs(PACK.limits());
    var road = Objects.requireNonNull(PACK.road());
    assertThat(chapter("leads")).hasSameSizeAs(road.leads());
    assertThat(chapter("consultees")).hasSameSizeAs(road.consultees());
    assertThat(chapter("exemptions")).hasSameSizeAs(road.exemptions());
    assertThat(chapter("decision")).hasSameSizeAs(road.decision().content());
    assertThat(chapter("notices")).hasSameSizeAs(road.notices());
    var life = Objects.requireNonNull(PACK.life());
    assertThat(chapter("management")).hasSameSizeAs(life.management());
    assertThat(chapter("adjustment")).hasSameSizeAs(life.adjustment());
  }

  @Test
  void every_entry_names_its_article_and_speaks_in_words() {
    for (var chapter : RulePackChapters.of(PACK)) {
      assertThat(chapter.title().vi()).isNotBlank();
      for (var entry : chapter.entries()) {
        assertThat(entry.articles()).as(String.valueOf(entry.id())).isNotBlank();
        assertThat(entry.says().vi() + entry.says().en())
            .doesNotContain("{")
            .doesNotContainPattern("[A-Z]+_[A-Z]+");
        if (entry.when() != null) {
          assertThat(entry.when().vi() + entry.when().en()).doesNotContainPattern("[A-Z]+_[A-Z]+");
        }
        if (entry.question() != null) {
          assertThat(entry.question().answers())
              .allSatisfy(answer -> assertThat(answer.vi()).isNotEqualTo(answer.code()));
        }
      }
    }
  }

  @Test
  void a_condition_reads_as_a_sentence_and_keeps_its_brackets() {
    var condition =
        new Condition.Any(
            List.of(
                new Condition.Is(Field.MODALITY, "NON_PROJECT"),
                new Condition.All(
                    List.of(
                        new Condition.In(Field.PURPOSE, Set.of("DEVELOPMENT")),
                        new Condition.Not(new Condition.Under(new BigDecimal("200000")))))));
    assertThat(ConditionWords.of(condition))
        .isEqualTo(
            new Bilingual(
                "hình thức viện trợ là: "
                    + ConditionWords.value(Field.MODALITY, "NON_PROJECT").vi()
                    + " hoặc (mục đích là một trong: "
                    + word("vi")
                    + " và không phải (trị giá dưới 200.000 đô la Mỹ))",
                "the form of the aid is: Non-project aid or (the purpose is one of: "
                    + word("en")
                    + " and not (worth under USD 200,000))"));
    assertThat(ConditionWords.of(Condition.ALWAYS)).isNull();
  }

  private static String word(String language) {
    var word = ConditionWords.value(Field.PURPOSE, "DEVELOPMENT");
    return language.equals("vi") ? word.vi() : word.en();
  }
}
