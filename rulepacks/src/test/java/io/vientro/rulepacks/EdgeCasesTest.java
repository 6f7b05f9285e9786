package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.act.Act;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.Capacity;
import io.vientro.core.dossier.AdjustmentDetermination;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.AppraisalDetermined.Duty;
import io.vientro.core.dossier.Assessment;
import io.vientro.core.dossier.Assessment.Limit;
import io.vientro.core.dossier.Assessment.Paper;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.Truth;
import io.vientro.rulepacks.GoldenLife.Answered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The edge cases that a careful clerk would hit and that the pack decides: each is handled, or asks
 * a person, with the articles that leave it open. Those that a step of a case decides are tested
 * with the steps.
 */
class EdgeCasesTest {
  private static final RulePack PACK =
      BuiltInPacks.load().latest("nd80-2020").orElseThrow().load().pack();
  private static final AgencyRegistry REGISTRY = BuiltInPacks.trainingAgencies();
  private static final LocalDate DAY = LocalDate.parse("2024-10-01");

  @Test
  void e05_aid_that_falls_out_of_the_disaster_window_midway_becomes_consequence_recovery_aid() {
    var approved = "disaster=RELIEF to=RED_CROSS approved=2024-11-07 end=2024-12-01";
    assertThat(scope(approved, "2024-11-08")).isEqualTo("OTHER_ACT 1.2.đ");
    assertThat(scope(approved + " done=2025-01-07", "2025-01-07")).isEqualTo("IN 1.2.đ, 3");
    // Under this decree it owes the dossier of Art. 8: six sets, notarised translations.
    var late = assess("recovery agency=bo-y-te " + approved + " done=2025-01-07", "2025-01-07");
    assertThat(Objects.requireNonNull(late.sets()).count()).isEqualTo(6);
    assertThat(late.papers()).extracting(Paper::translationArticles).containsOnly("8");
    assertThat(late.classified().approver()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
  }

  @Test
  void e06_relief_that_names_no_province_is_for_the_president_of_the_fatherland_front() {
    var assessed = assess("relief places=0 agency=ubnd-tinh-mau");
    assertThat(assessed.classified().approver()).isEqualTo("VFF_PRESIDENT");
    assertThat(assessed.classified().approverArticles()).isEqualTo("7.4");
  }

  @Test
  void e07_recovery_aid_for_two_provinces_needs_a_person() {
    asks("recovery places=2 agency=bo-y-te", "recovery-several-localities", "7.2.a, 7.1.c");
  }

  @Test
  void e08_recipients_under_several_managing_agencies_need_a_person() {
    asks("agencies=2", "several-managing-agencies", "7.1.c, 7.2.a");
  }

  @Test
  void e09_a_small_law_drafting_component_needs_a_person() {
    asks("subject=LAW_DRAFTING_COMPONENT agency=bo-y-te", "law-drafting-component", "7.1.a");
  }

  @Test
  void e10_a_religious_body_as_recipient_needs_a_person_and_the_prime_minister_is_proposed() {
    var question = asks("kind=RELIGIOUS_BODY agency=bo-y-te", "religious-recipient", "7.1.a");
    assertThat(question.proposes()).isEqualTo("PRIME_MINISTER");
  }

  @Test
  void e12_used_ambulances_owe_inspection_papers_only_where_the_prime_minister_approves() {
    assertThat(papers("non-project vehicle=used+import agency=bo-y-te"))
        .noneMatch(p -> p.startsWith("used-"));
    assertThat(papers("non-project vehicle=used+pm-import agency=bo-y-te"))
        .contains(
            "used-goods-inspection", "used-vehicle-registration", "used-vehicle-home-inspection")
        .doesNotContain("used-vehicle-vietnam-inspection");
  }

  @Test
  void e13_a_foreign_invested_company_in_vietnam_is_no_provider() {
    assertThat(scope("class=COMPANY provider=OTHER foreign-invested", "2024-10-01"))
        .isEqualTo("OUT 2.2.c");
  }

  @Test
  void e14_an_individual_shows_a_certified_passport_that_is_still_valid() {
    assertThat(assess("class=INDIVIDUAL provider=INDIVIDUAL agency=bo-y-te").papers())
        .filteredOn(p -> p.requirement().equals("legal-status-individual"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.mustBeValid()).isTrue();
              assertThat(p.form().name()).isEqualTo("CERTIFIED_COPY");
              assertThat(p.articles()).isEqualTo("8.1.d, 8.2.d");
            });
  }

  @Test
  void e15_an_unregistered_ngo_is_another_provider_for_papers_and_an_ngo_for_consultation() {
    var assessed = assess("class=FOREIGN_NGO provider=OTHER agency=bo-y-te");
    assertThat(assessed.papers()).extracting(Paper::requirement).contains("legal-status-other");
    assertThat(consultedRoles(assessed)).contains("FRIENDSHIP_UNION");
  }

  @Test
  void e16_an_embassy_owes_no_status_papers_and_foreign_affairs_is_asked_all_the_same() {
    var assessed = assess("class=FOREIGN_AGENCY provider=DIPLOMATIC_MISSION agency=bo-y-te");
    assertThat(assessed.papers())
        .extracting(Paper::requirement)
        .noneMatch(p -> p.startsWith("legal-status"));
    assertThat(consultedRoles(assessed))
        .contains("FOREIGN_AFFAIRS_MINISTRY")
        .doesNotContain("FRIENDSHIP_UNION");
  }

  @Test
  void e17_a_certified_copy_is_asked_and_legalisation_which_it_may_need_first_is_left_to_people() {
    var assessed = assess("class=COMPANY provider=OTHER agency=bo-y-te");
    assertThat(assessed.papers())
        .filteredOn(p -> p.requirement().equals("legal-status-other"))
        .singleElement()
        .satisfies(p -> assertThat(p.form().name()).isEqualTo("CERTIFIED_COPY"));
    assertThat(assessed.papers())
        .as("the decree asks for no legalisation; who certifies the copy may")
        .noneMatch(p -> p.requirement().contains("legalisation"));
  }

  @Test
  void e18_another_act_than_notarised_translation_counts_only_where_the_agency_says_so() {
    var silent = assess("agency=bo-y-te");
    assertThat(silent.papers().getFirst().translations())
        .extracting(Enum::name)
        .containsExactly("NOTARISED");
    var set =
        Assessment.of(
            Golden.aid("agency=bo-y-te"),
            Map.of(),
            PACK,
            Parameters.of("bo-y-te", "accepted-translation-acts", "TRANSLATOR_SIGNATURE_CERTIFIED"),
            REGISTRY,
            DAY);
    assertThat(set.papers().getFirst().translations())
        .extracting(Enum::name)
        .contains("NOTARISED", "TRANSLATOR_SIGNATURE_CERTIFIED");
  }

  @Test
  void e19_silence_of_a_consulted_agency_has_no_meaning_and_no_limit_in_law() {
    assertThat(limit("agency=bo-y-te", "opinion"))
        .satisfies(
            l -> {
              assertThat(l.noLimitInLaw()).isTrue();
              assertThat(l.term()).isNull();
              assertThat(l.parameter()).isEqualTo("opinion-days");
              assertThat(l.basis().article()).isEqualTo("10.2");
              assertThat(l.tell()).containsExactly(DutyParty.RECEIVER);
            });
    assertThat(PACK.parameter("opinion-silence")).isPresent();
  }

  @Test
  void e21_an_agency_with_two_roles_is_asked_once() {
    var assessed = assess("agency=bo-y-te", "2025-03-03");
    assertThat(Objects.requireNonNull(assessed.appraisal()).consultees())
        .filteredOn(c -> "bo-tai-chinh".equals(c.agency()))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.roles())
                    .containsExactly("PLANNING_FOCAL_MINISTRY", "FINANCE_MINISTRY"));
  }

  @Test
  void e23_e24_a_decision_states_owner_and_the_split_of_the_grant() {
    assertThat(Objects.requireNonNull(PACK.road()).decision().content())
        .extracting(e -> e.part().name())
        .contains("OWNER", "GRANT_SPLIT");
  }

  @Test
  void e25_an_in_house_unit_manages_projects_strictly_under_the_amount() {
    assertThat(inHouse("agency=bo-y-te usd=199999.99")).isEqualTo(Truth.TRUE);
    assertThat(inHouse("agency=bo-y-te usd=200000")).isEqualTo(Truth.FALSE);
  }

  @Test
  void e26_a_worth_that_nobody_froze_in_dollars_decides_nothing() {
    assertThat(inHouse("agency=bo-y-te eur")).isEqualTo(Truth.UNKNOWN);
    assertThat(inHouse("agency=bo-y-te eur usd=199000")).isEqualTo(Truth.TRUE);
  }

  @Test
  void e27_six_months_without_a_start_are_told_and_revoke_nothing() {
    assertThat(limit("agency=bo-y-te", "not-started"))
        .satisfies(
            l -> {
              assertThat(Objects.requireNonNull(l.term()).amount()).isEqualTo(6);
              assertThat(l.term().unit()).isEqualTo(LegalTerm.Unit.MONTH);
              assertThat(l.debtor()).isEqualTo(DutyParty.OWNER);
              assertThat(l.tell()).containsExactly(DutyParty.APPROVER, DutyParty.MANAGING_AGENCY);
              assertThat(l.basis().article()).isEqualTo("4.7");
            });
  }

  @Test
  void e28_the_managing_agency_tells_the_provider_of_a_revocation_whoever_revoked() {
    for (var facts : List.of("agency=bo-y-te", "subject=SECURITY agency=bo-y-te")) {
      assertThat(limit(facts, "revocation-notice"))
          .satisfies(
              l -> {
                assertThat(l.start()).isEqualTo(Start.REVOCATION);
                assertThat(l.debtor()).isEqualTo(DutyParty.MANAGING_AGENCY);
              });
    }
  }

  @Test
  void e29_three_end_reports_have_the_same_wall_and_three_debtors() {
    assertThat(
            Stream.of("project-unit-end-report", "owner-end-report", "managing-agency-end-report")
                .map(id -> limit("agency=bo-y-te", id)))
        .allSatisfy(l -> assertThat(Objects.requireNonNull(l.term()).amount()).isEqualTo(6))
        .extracting(Limit::debtor)
        .containsExactly(DutyParty.PROJECT_UNIT, DutyParty.OWNER, DutyParty.MANAGING_AGENCY);
  }

  @Test
  void e30_annual_and_end_report_are_two_duties_and_both_are_owed() {
    assertThat(limit("agency=bo-y-te", "annual-report").fixed()).containsExactly("01-15");
    assertThat(limit("agency=bo-y-te", "managing-agency-end-report").start())
        .isEqualTo(Start.IMPLEMENTATION_END);
  }

  @Test
  void e31_goods_to_be_sold_need_the_finance_ministrys_consent_before_the_decision() {
    var sale =
        Objects.requireNonNull(PACK.road()).decision().content().stream()
            .filter(e -> e.part() == RulePack.DecisionPart.SALE_CONSENT)
            .findFirst()
            .orElseThrow();
    assertThat(sale.articles()).isEqualTo("17");
    assertThat(sale.when().test(Golden.aid("sale agency=bo-y-te"), null)).isEqualTo(Truth.TRUE);
    assertThat(sale.when().test(Golden.aid("agency=bo-y-te"), null)).isEqualTo(Truth.FALSE);
  }

  @Test
  void e32_an_adjustment_of_non_project_aid_needs_a_person() {
    var determined =
        AdjustmentDetermination.of(
            Golden.aid("non-project agency=bo-y-te"),
            true,
            "HEAD_OF_MANAGING_AGENCY",
            Map.of(),
            PACK,
            REGISTRY,
            DAY);
    assertThat(determined.questions())
        .singleElement()
        .satisfies(
            q -> {
              assertThat(q.articles()).isEqualTo("16");
              assertThat(q.proposes()).isEqualTo("SAME");
            });
  }

  @Test
  void e34_another_body_of_home_affairs_than_an_association_or_fund_needs_a_person() {
    var fund = assess("kind=CHARITY_FUND founder=MINISTRY_OF_HOME_AFFAIRS agency=bo-noi-vu");
    assertThat(fund.classified().approver()).isEqualTo("MINISTER_OF_HOME_AFFAIRS");
    asks(
        "kind=SCIENCE_AND_TECHNOLOGY_BODY founder=MINISTRY_OF_HOME_AFFAIRS agency=ubnd-tinh-mau",
        "home-affairs-other-body",
        "7.2.b, 7.3");
  }

  @Test
  void e35_it_is_the_founder_of_the_recipient_that_decides_not_of_the_body_around_it() {
    var licensed =
        assess("kind=SCIENCE_AND_TECHNOLOGY_BODY founder=MANAGING_AGENCY agency=bo-y-te");
    assertThat(licensed.classified().approverArticles()).isEqualTo("7.2.b");
    var association = assess("kind=ASSOCIATION founder=PRIME_MINISTER agency=hoi-mau");
    assertThat(association.classified().approverArticles()).isEqualTo("7.5");
  }

  @Test
  void e37_the_successor_of_a_merged_province_takes_part() {
    var after = assess("agency=ubnd-tinh-quang-binh", "2025-07-01");
    assertThat(Objects.requireNonNull(after.appraisal()).leadAgency())
        .isEqualTo("so-tai-chinh-quang-tri");
  }

  @Test
  void e39_aid_from_vietnam_and_aid_inside_oda_are_not_this_aid() {
    assertThat(scope("from-vietnam", "2024-10-01")).isEqualTo("OUT 1.1");
    assertThat(scope("oda", "2024-10-01")).isEqualTo("OUT 1.2.a");
    assertThat(assess("oda").papers()).isEmpty();
    assertThat(assess("oda").outOfScope()).isTrue();
  }

  @Test
  void e40_monthly_finance_reports_go_on_without_a_movement() {
    assertThat(limit("agency=bo-y-te", "finance-month-report"))
        .satisfies(
            l -> {
              assertThat(l.recurrence()).isEqualTo(RulePack.Recurrence.MONTH);
              // The decision has yet to say whether the aid is revenue of the state budget.
              assertThat(l.owed()).isEqualTo(Truth.UNKNOWN);
            });
  }

  @Test
  void consultation_on_recovery_aid_is_not_compulsory_for_the_head_of_the_managing_agency() {
    var assessed = assess("recovery agency=ubnd-tinh-mau", "2025-02-03");
    assertThat(Objects.requireNonNull(assessed.appraisal()).consultees())
        .allSatisfy(c -> assertThat(c.duty()).isEqualTo(Duty.EXEMPT));
  }

  @Test
  void an_assessment_names_an_article_for_everything_it_says() {
    for (var facts : List.of("agency=bo-y-te", "recovery agency=ubnd-tinh-mau", "agencies=2")) {
      var assessed = assess(facts);
      assertThat(assessed.scope()).isNotNull();
      assertThat(assessed.papers()).allSatisfy(p -> assertThat(p.articles()).isNotBlank());
      assertThat(assessed.limits()).allSatisfy(l -> assertThat(l.basis().article()).isNotBlank());
      assertThat(assessed.management()).allSatisfy(m -> assertThat(m.articles()).isNotBlank());
      assertThat(assessed.questions()).allSatisfy(q -> assertThat(q.articles()).isNotBlank());
      assertThat(assessed.needsHumanDecision()).isEqualTo(!assessed.questions().isEmpty());
    }
  }

  private static AidClassified.OpenQuestion asks(String facts, String question, String articles) {
    var assessed = assess(facts);
    assertThat(assessed.needsHumanDecision()).isTrue();
    var asked =
        assessed.questions().stream()
            .filter(q -> q.id().equals(question))
            .findFirst()
            .orElseThrow();
    assertThat(asked.articles()).isEqualTo(articles);
    return asked;
  }

  private static Assessment assess(String facts) {
    return assess(facts, DAY.toString());
  }

  private static Assessment assess(String facts, String day) {
    var of = Answered.of(facts);
    return Assessment.of(
        Golden.aid(of.facts()),
        of.answers(),
        PACK,
        AgencyParameters.NONE,
        REGISTRY,
        LocalDate.parse(day));
  }

  private static String scope(String facts, String day) {
    var scope = Objects.requireNonNull(assess(facts, day).scope());
    assertThat(scope.outcome()).isNotEqualTo(ScopeOutcome.QUESTION);
    return scope.outcome() + " " + scope.articles();
  }

  private static List<String> papers(String facts) {
    return assess(facts).papers().stream().map(Paper::requirement).toList();
  }

  private static List<String> consultedRoles(Assessment assessed) {
    return Objects.requireNonNull(assessed.appraisal()).consultees().stream()
        .flatMap(c -> c.roles().stream())
        .toList();
  }

  private static Limit limit(String facts, String id) {
    return assess(facts).limits().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  private static Truth inHouse(String facts) {
    return assess(facts).management().stream()
        .filter(m -> m.mode().equals("IN_HOUSE_UNIT"))
        .findFirst()
        .orElseThrow()
        .allowed();
  }

  /** Parameters that an agency set. */
  private static final class Parameters {
    static AgencyParameters of(String agency, String parameter, String value) {
      return new AgencyParameters(
          List.of(
              new AgencyParameterSet(
                  agency,
                  parameter,
                  value,
                  "Decision 1/QĐ",
                  LocalDate.parse("2024-01-01"),
                  new Act(Capacity.OWN_RIGHT, null, null))));
    }
  }
}
