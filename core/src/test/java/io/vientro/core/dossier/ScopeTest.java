package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.ScopeFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.Identified;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.ManagementEntry;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.ScopeEntry;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.RulePack.WarningRule;
import io.vientro.core.rules.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which aid the act governs, how it may be managed, and what is asked on the way. */
class ScopeTest {
  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");
  private static final LocalDate FLOOD = DAY.minusMonths(1);

  private static final RulePack PACK = pack();

  @Test
  void aidThatTheActDoesNotGovernIsNotAccepted() {
    refused(
        new ScopeFacts(true, null, null, null, null, null, null, null, null, null),
        RejectionCode.AID_OUT_OF_SCOPE,
        "1.2.a");
    refused(
        new ScopeFacts(null, null, null, null, null, true, null, null, null, null),
        RejectionCode.AID_UNDER_OTHER_ACT,
        "1.2.d");
    refused(prohibited(ScopeFacts.Prohibition.BANNED_IMPORT), RejectionCode.AID_PROHIBITED, "4.2");
  }

  private static void refused(ScopeFacts scope, RejectionCode code, String article) {
    var filed = road().after(Samples.submit(about(scope), Samples.completePapers()));
    var classified = Objects.requireNonNull(filed.state().classification());
    assertThat(classified.approver()).isNull();
    assertThat(classified.questions()).isEmpty();
    filed
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(code)
        .under("Sample Act", article);
    filed.as(Samples.RECEPTION).when(Samples.refuse(day(1))).thenTypes(ReceptionRefused.class);
  }

  @Test
  void theOtherActIsNamed() {
    var research = new ScopeFacts(null, null, null, null, null, true, null, null, null, null);
    var rejection =
        road()
            .after(Samples.submit(about(research), Samples.completePapers()))
            .as(Samples.RECEPTION)
            .admissible(CommandName.ACCEPT_DOSSIER)
            .orElseThrow();
    assertThat(rejection.details()).containsEntry("act", "Science Act");
  }

  @Test
  void aidThatStatesNothingOfScopeIsGovernedAndSaysUnderWhichArticle() {
    var filed = road().after(Samples.submitComplete());
    var classified = Objects.requireNonNull(filed.state().classification());
    assertThat(classified.scope())
        .isEqualTo(new AidClassified.OfScope(ScopeOutcome.IN, "1.1", null));
    assertThat(classified.approver()).isNotNull();
  }

  @Test
  void aWindowOfWhichNothingIsKnownIsAQuestionAndItsAnswerDecides() {
    var open =
        road()
            .after(Samples.submit(about(relief(null, null, null, null)), Samples.completePapers()));
    assertThat(open.state().openQuestions())
        .extracting(AidClassified.OpenQuestion::id)
        .containsExactly("which-decree");
    open.as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.QUESTION_OPEN)
        .under("Sample Act", "1.2.đ");
    var other = open.after(Samples.decide(day(1), "which-decree", "OTHER_ACT"));
    other
        .as(Samples.RECEPTION)
        .when(Samples.accept(day(1)))
        .thenRejected(RejectionCode.AID_UNDER_OTHER_ACT);
    var governed = open.after(Samples.decide(day(1), "which-decree", "IN"));
    assertThat(governed.state().openQuestions()).isEmpty();
    assertThat(governed.as(Samples.RECEPTION).when(Samples.accept(day(1))).state().status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void whatFallsOutOfTheWindowMidwayIsGovernedAfterAll() {
    var planned = relief(DAY, DAY.plusDays(10), null, null);
    var inTime = scope(planned, DAY);
    assertThat(inTime.outcome()).isEqualTo(ScopeOutcome.OTHER_ACT);
    assertThat(inTime.otherAct()).isEqualTo("Disaster Act");
    // The window of three months has passed, and it is not carried out.
    var approved = relief(DAY, DAY.plusDays(10), DAY, null);
    assertThat(scope(approved, FLOOD.plusMonths(3)).outcome()).isEqualTo(ScopeOutcome.OTHER_ACT);
    assertThat(scope(approved, FLOOD.plusMonths(3).plusDays(1)).outcome())
        .isEqualTo(ScopeOutcome.IN);
    // Carried out in month four.
    assertThat(scope(relief(null, null, DAY, FLOOD.plusMonths(4)), FLOOD.plusMonths(5)).outcome())
        .isEqualTo(ScopeOutcome.IN);
    assertThat(scope(relief(null, null, DAY, FLOOD.plusMonths(3)), FLOOD.plusMonths(5)).outcome())
        .isEqualTo(ScopeOutcome.OTHER_ACT);
  }

  @Test
  void datesOfADisasterAreInTheirOrderAndNoneThatHappenedIsInTheFuture() {
    disaster(new Disaster(Disaster.Kind.RELIEF, day(99), null, null, null, null, null))
        .is(RejectionCode.DATE_IN_FUTURE)
        .at("aid.scope.disaster.happenedOn");
    disaster(new Disaster(Disaster.Kind.RELIEF, DAY, null, null, null, day(99), null))
        .is(RejectionCode.DATE_IN_FUTURE)
        .at("aid.scope.disaster.approvedOn");
    disaster(new Disaster(Disaster.Kind.RELIEF, DAY, null, null, null, null, day(99)))
        .is(RejectionCode.DATE_IN_FUTURE)
        .at("aid.scope.disaster.implementedOn");
    var before = DAY.minusDays(1);
    disaster(new Disaster(Disaster.Kind.RELIEF, DAY, null, before, null, null, null))
        .is(RejectionCode.PERIOD_REVERSED)
        .at("aid.scope.disaster.plannedApprovalBy");
    disaster(new Disaster(Disaster.Kind.RELIEF, DAY, null, null, before, null, null))
        .is(RejectionCode.PERIOD_REVERSED)
        .at("aid.scope.disaster.plannedImplementationEnd");
    disaster(new Disaster(Disaster.Kind.RELIEF, DAY, null, null, null, before, null))
        .is(RejectionCode.PERIOD_REVERSED)
        .at("aid.scope.disaster.approvedOn");
    disaster(new Disaster(Disaster.Kind.RELIEF, FLOOD, null, null, null, DAY, before))
        .is(RejectionCode.PERIOD_REVERSED)
        .at("aid.scope.disaster.implementedOn");
  }

  private static RejectionAssert disaster(Disaster disaster) {
    var decided =
        road()
            .when(
                Samples.submit(
                    about(
                        new ScopeFacts(
                            null, null, null, null, null, null, null, null, null, disaster)),
                    Samples.completePapers()))
            .decision();
    return switch (decided) {
      case Decision.Rejected<DossierEvent>(var rejection) -> new RejectionAssert(rejection);
      case Decision.Accepted<DossierEvent> accepted -> throw new AssertionError("accepted");
    };
  }

  @Test
  void onlyACompanyIsAForeignInvestedOne() {
    var excluded = new ScopeFacts(null, null, null, null, null, null, true, null, null, null);
    road()
        .when(Samples.submit(about(excluded), Samples.completePapers()))
        .thenRejected(RejectionCode.PROVIDER_KINDS_CONTRADICT)
        .at("aid.scope.foreignInvestedProvider");
    var company =
        AidBuilder.of(about(excluded))
            .provider(
                new Provider(
                    ProviderPaperKind.OTHER, ProviderClass.COMPANY, "Công ty", null, "NL", null))
            .build();
    assertThat(road().when(Samples.submit(company, Samples.completePapers())).events())
        .isNotEmpty();
  }

  @Test
  void anInHouseUnitManagesAProjectStrictlyUnderTheAmountThatTheDecisionFroze() {
    var submitted = RoadSamples.submitted(road());
    approve(submitted, "1000.00", "EUR")
        .thenRejected(RejectionCode.MANAGEMENT_MODE_NOT_ALLOWED)
        .under("Sample Act", "12.1")
        .at("content.managementMode");
    assertThat(approve(submitted, "999.99", "EUR").events()).isNotEmpty();
    submitted
        .as(Samples.DECIDER)
        .when(
            RoadSamples.approve(
                day(8), ContentBuilder.complete().mode(ManagementMode.IN_HOUSE_UNIT)))
        .thenRejected(RejectionCode.USD_WORTH_UNKNOWN)
        .under("Sample Act", "12.1")
        .at("content.usd");
    assertThat(
            submitted
                .as(Samples.DECIDER)
                .when(
                    RoadSamples.approve(
                        day(8), ContentBuilder.complete().mode(ManagementMode.OWN_PROJECT_UNIT)))
                .events())
        .isNotEmpty();
  }

  @Test
  void goodsAreSoldOnlyWithTheConsentThatTheDecisionNames() {
    var sale = new ScopeFacts(null, null, null, null, null, null, null, null, true, null);
    var submitted =
        RoadSamples.accepted(about(sale))
            .after(RoadSamples.ask(RoadLaw.FINANCE, day(1)))
            .after(RoadSamples.ask(RoadLaw.UNION, day(1)))
            .after(RoadSamples.conclude(day(5)))
            .after(RoadSamples.submit(day(6)));
    submitted
        .as(Samples.DECIDER)
        .when(RoadSamples.approve(day(8), ContentBuilder.complete()))
        .thenRejected(RejectionCode.DECISION_CONTENT_MISSING)
        .at("content.saleConsent");
    assertThat(
            submitted
                .as(Samples.DECIDER)
                .when(
                    RoadSamples.approve(
                        day(8), ContentBuilder.complete().saleConsent("1/BTC-QLCS, 02/03/2026")))
                .events())
        .isNotEmpty();
  }

  private static DossierScenario.Outcome approve(
      DossierScenario submitted, String worth, String currency) {
    return submitted
        .as(Samples.DECIDER)
        .when(
            RoadSamples.approve(
                day(8),
                ContentBuilder.complete()
                    .mode(ManagementMode.IN_HOUSE_UNIT)
                    .usd(
                        new UsdValue(
                            new BigDecimal(worth), BigDecimal.TEN, DAY, "Sample " + currency))));
  }

  @Test
  void anAssessmentSaysAllOfItBeforeAnythingIsFiled() {
    var assessed = assess(Samples.aid());
    assertThat(Objects.requireNonNull(assessed.scope()).articles()).isEqualTo("1.1");
    assertThat(assessed.classified().approver()).isNotNull();
    assertThat(Objects.requireNonNull(assessed.appraisal()).lead()).isEqualTo("LOCAL_PLANNING");
    assertThat(assessed.papers())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.owed()).isEqualTo(Truth.TRUE));
    assertThat(assessed.limits()).extracting(Assessment.Limit::noLimitInLaw).contains(true, false);
    assertThat(assessed.needsHumanDecision()).isFalse();
    var out =
        assess(about(new ScopeFacts(true, null, null, null, null, null, null, null, null, null)));
    assertThat(out.outOfScope()).isTrue();
    assertThat(out.papers()).isEmpty();
    assertThat(out.limits()).isEmpty();
  }

  @Test
  void theWorthInDollarsIsTheOneStatedOrThatOfAGrantInDollars() {
    assertThat(inHouse(Samples.aid())).isEqualTo(Truth.UNKNOWN);
    var dollars =
        AidBuilder.of(Samples.aid())
            .grant(new Grant(List.of(ContentBuilder.money("999", "USD")), null, null))
            .build();
    assertThat(inHouse(dollars)).isEqualTo(Truth.TRUE);
    assertThat(inHouse(AidBuilder.of(dollars).modality(Modality.PROGRAMME).build()))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void anAdjustmentGoesToWhoeverTheAdjustedFactsMakeTheApprover() {
    var same = adjustment(Samples.aid(), Map.of());
    assertThat(same.approver()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
    assertThat(same.articles()).isEqualTo("16.2.b");
    assertThat(adjustment(RoadSamples.SECURITY, Map.of()).approver()).isEqualTo("PRIME_MINISTER");
    var drafting = Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT);
    var open = adjustment(drafting, Map.of());
    assertThat(open.approver()).isNull();
    assertThat(open.needsDecision()).isTrue();
    assertThat(open.questions())
        .extracting(AidClassified.OpenQuestion::id)
        .containsExactly("law-drafting");
    assertThat(adjustment(drafting, Map.of("law-drafting", "PRIME_MINISTER")).approver())
        .isEqualTo("PRIME_MINISTER");
  }

  private static AdjustmentDetermination.Determined adjustment(
      AidFacts aid, Map<String, String> answers) {
    return AdjustmentDetermination.of(
        aid, true, "HEAD_OF_MANAGING_AGENCY", answers, PACK, Samples.REGISTRY, DAY);
  }

  private static Truth inHouse(AidFacts aid) {
    return assess(aid).management().getFirst().allowed();
  }

  private static Assessment assess(AidFacts aid) {
    var context = RoadLaw.in(Samples.context(Samples.APPLICANT, DAY));
    return Assessment.of(aid, Map.of(), PACK, AgencyParameters.NONE, context.registry(), DAY);
  }

  private static Scope scope(ScopeFacts facts, LocalDate day) {
    return Scope.of(about(facts), Map.of(), PACK, day).orElseThrow();
  }

  private static AidFacts about(ScopeFacts scope) {
    return AidBuilder.of(Samples.aid()).scope(scope).build();
  }

  private static ScopeFacts prohibited(ScopeFacts.Prohibition what) {
    return new ScopeFacts(null, null, null, null, null, null, null, Set.of(what), null, null);
  }

  private static ScopeFacts relief(
      @Nullable LocalDate plannedApproval,
      @Nullable LocalDate plannedEnd,
      @Nullable LocalDate approved,
      @Nullable LocalDate done) {
    return new ScopeFacts(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Disaster(
            Disaster.Kind.RELIEF, FLOOD, null, plannedApproval, plannedEnd, approved, done));
  }

  private static DossierScenario road() {
    return RoadSamples.road().where(c -> RoadLaw.under(c, new Identified(PACK, "scope-digest")));
  }

  private static RulePack pack() {
    var p = RoadLaw.PACK;
    return new RulePack(
        p.id(),
        p.version(),
        p.act(),
        p.title(),
        p.inForceFrom(),
        p.inForceTo(),
        p.authority(),
        p.receivers(),
        p.checklist(),
        p.sets(),
        p.translations(),
        p.dossierCode(),
        p.timeLimits(),
        p.supplements(),
        p.parameters(),
        p.road(),
        List.of(
            entry("1.2.a", new Condition.Is(Field.TREATY_LEVEL, "YES"), ScopeOutcome.OUT, null),
            entry(
                "1.2.d",
                new Condition.Is(Field.INDIVIDUAL_RESEARCH, "YES"),
                ScopeOutcome.OTHER_ACT,
                "Science Act"),
            entry(
                "4.2",
                new Condition.Contains(Field.PROHIBITED, Set.of("BANNED_IMPORT")),
                ScopeOutcome.PROHIBITED,
                null),
            new ScopeEntry(
                "relief",
                "1.2.đ",
                new Condition.All(
                    List.of(
                        new Condition.Is(Field.DISASTER, "RELIEF"),
                        new Condition.Within(Disaster.Step.APPROVAL, 3),
                        new Condition.Within(Disaster.Step.IMPLEMENTATION, 3))),
                ScopeOutcome.OTHER_ACT,
                "Disaster Act",
                new Question("which-decree", NAME, null, List.of("OTHER_ACT", "IN")),
                Confidence.SOURCED,
                NAME),
            entry("1.1", Condition.ALWAYS, ScopeOutcome.IN, null)),
        new Life(
            new WarningRule("warning-days", 1),
            List.of(
                new ManagementEntry(
                    "in-house",
                    "12.1",
                    ManagementMode.IN_HOUSE_UNIT.name(),
                    new Condition.Under(new BigDecimal("1000")),
                    Confidence.SOURCED)),
            List.of(
                new AdjustmentEntry(
                    "pm",
                    "16.2.a",
                    new Condition.Is(Field.APPROVER, "PRIME_MINISTER"),
                    "PRIME_MINISTER",
                    null,
                    Confidence.SOURCED,
                    null),
                new AdjustmentEntry(
                    "same",
                    "16.2.b",
                    Condition.ALWAYS,
                    AdjustmentEntry.SAME,
                    null,
                    Confidence.SOURCED,
                    null)),
            "4.7",
            "not-started",
            "4.1",
            "18"));
  }

  private static ScopeEntry entry(
      String articles, Condition when, ScopeOutcome outcome, @Nullable String otherAct) {
    return new ScopeEntry(
        "e-" + articles, articles, when, outcome, otherAct, null, Confidence.SOURCED, NAME);
  }
}
