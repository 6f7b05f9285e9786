package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.RulePack;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final RulePack PACK =
      BuiltInPacks.load().version("nd80-2020", 1).orElseThrow().load().pack();

  @Test
  void article_7_says_who_approves_or_what_is_open() {
    assertThat(Golden.authority(PACK)).isEmpty();
  }

  @Test
  void article_8_6_says_who_receives_the_dossier_once_the_approver_is_known() {
    assertThat(Golden.receivers(PACK)).isEmpty();
  }

  @Test
  void article_8_says_which_papers_each_modality_provider_and_kind_of_goods_owes() {
    assertThat(Golden.checklist(PACK)).isEmpty();
  }

  @Test
  void each_paper_has_its_kind_form_and_article() {
    assertThat(Golden.papers(PACK)).isEmpty();
  }

  @Test
  void numbers_dates_and_limits_are_those_of_the_acts() {
    assertThat(Golden.numbers(PACK)).isEmpty();
  }

  @Test
  void what_the_decree_is_silent_on_is_a_parameter_without_a_value() {
    assertThat(PACK.parameters())
        .extracting(RulePack.ParameterEntry::name)
        .contains(
            "completeness-check-days", "opinion-days", "signature-days", "refusal-notice-days")
        .contains("accepted-translation-acts", "electronic-filing-replaces-sets");
    assertThat(PACK.timeLimits())
        .extracting(RulePack.TimeLimitEntry::id)
        .containsExactlyInAnyOrder("appraisal", "decision-notice", "incomplete-return");
  }
}
