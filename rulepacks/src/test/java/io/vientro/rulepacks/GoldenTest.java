package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.RulePack;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final RulePack PACK =
      BuiltInPacks.load().version("nd80-2020", 3).orElseThrow().load().pack();

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
  void article_9_says_who_leads_the_appraisal_or_what_is_open() {
    assertThat(GoldenRoad.leads(PACK)).isEmpty();
  }

  @Test
  void article_10_2_says_who_is_asked_at_the_centre_and_in_a_province() {
    assertThat(GoldenRoad.consultees(PACK)).isEmpty();
  }

  @Test
  void article_10_4_says_when_consultation_is_not_compulsory() {
    assertThat(GoldenRoad.exemptions(PACK)).isEmpty();
  }

  @Test
  void article_11_1_says_what_a_decision_states() {
    assertThat(GoldenRoad.content(PACK)).isEmpty();
  }

  @Test
  void article_11_2_says_whom_an_approval_reaches_and_10_3_whom_a_refusal() {
    assertThat(GoldenRoad.notices(PACK)).isEmpty();
  }

  @Test
  void agencies_of_the_day_take_part_each_once_and_nobody_asks_oneself() {
    assertThat(GoldenRoad.takingPart(PACK)).isEmpty();
  }

  @Test
  void limits_of_the_agency_name_their_parameters_and_run_only_where_it_sets_them() {
    assertThat(GoldenRoad.decisionAndLimits(PACK)).isEmpty();
    var day = LocalDate.parse("2025-03-03");
    assertThat(Objects.requireNonNull(PACK.road()).agencyLimits())
        .allSatisfy(l -> assertThat(l.term(AgencyParameters.NONE, "bo-tai-chinh", day)).isEmpty());
  }

  @Test
  void what_the_decree_is_silent_on_is_a_parameter_without_a_value() {
    assertThat(PACK.parameters())
        .extracting(RulePack.ParameterEntry::name)
        .contains(
            "completeness-check-days", "opinion-days", "signature-days", "refusal-notice-days")
        .contains("accepted-translation-acts", "electronic-filing-replaces-sets");
  }

  @Test
  void articles_1_2_4_and_5_say_which_aid_the_decree_governs() {
    assertThat(GoldenLife.scope(PACK)).isEmpty();
  }

  @Test
  void article_12_says_which_management_is_allowed() {
    assertThat(GoldenLife.management(PACK)).isEmpty();
  }

  @Test
  void article_16_says_who_decides_on_an_adjustment() {
    assertThat(GoldenLife.adjustment(PACK)).isEmpty();
  }

  @Test
  void every_limit_has_its_length_its_debtor_and_those_who_are_told() {
    assertThat(GoldenLife.limits(PACK)).isEmpty();
  }

  @Test
  void revocation_closing_warnings_and_parameters_are_those_of_the_table() {
    assertThat(GoldenLife.life(PACK, true)).isEmpty();
  }
}
