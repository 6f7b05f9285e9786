package io.vientro.core.dossier;

import static io.vientro.core.dossier.ContentBuilder.complete;
import static io.vientro.core.dossier.ContentBuilder.item;
import static io.vientro.core.dossier.ContentBuilder.money;
import static io.vientro.core.dossier.RoadSamples.FOCAL_CLERK;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.approve;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.paper;
import static io.vientro.core.dossier.RoadSamples.refuse;
import static io.vientro.core.dossier.RoadSamples.submitted;
import static io.vientro.core.dossier.RoadSamples.submittedToPrimeMinister;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.act.Act;
import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides, what the decision must say, and that nothing else passes (Art. 7, 10.3, 11.1). */
class DecisionTest {

  private static final Grounds GROUNDS =
      new Grounds(
          "road-digest",
          "registry-digest",
          AgencyParameters.NONE.sha256(),
          Samples.CALENDAR.sha256());

  @Test
  void anApprovalNamesWhoDecidedWhatAndOnWhichGrounds() {
    var outcome = submitted().as(Samples.DECIDER).when(approve(day(8)));
    outcome.thenTypes(AidApproved.class, NoticeOwed.class, TimeLimitStarted.class);
    assertThat(outcome.the(AidApproved.class))
        .isEqualTo(
            new AidApproved(
                day(8),
                "HEAD_OF_MANAGING_AGENCY",
                Samples.PROVINCE,
                false,
                complete().build(),
                GROUNDS,
                paper(day(8))));
    assertThat(outcome.the(TimeLimitStarted.class))
        .returns("decision-notice", TimeLimitStarted::limit)
        .returns(day(8), TimeLimitStarted::from)
        .returns("ApproveAid", TimeLimitStarted::cause);
  }

  @Test
  void aRefusalNamesItsReasonAndStartsNoLimitThatNobodySet() {
    var outcome = submitted().as(Samples.DECIDER).when(refuse(day(8)));
    outcome.thenTypes(AidRefused.class, NoticeOwed.class);
    assertThat(outcome.the(AidRefused.class))
        .isEqualTo(
            new AidRefused(
                day(8),
                "HEAD_OF_MANAGING_AGENCY",
                Samples.PROVINCE,
                false,
                "Không phù hợp chức năng",
                "Sample Act 2.3",
                GROUNDS,
                paper(day(8))));
    assertThat(outcome.state().status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void theNoticeOfARefusalHasALimitWhereTheAgencySetOne() {
    var outcome =
        submitted()
            .where(RoadSamples.parameter("refusal-days", "7"))
            .where(RoadSamples.parameter("refusal-days-unit", "CALENDAR_DAY"))
            .as(Samples.DECIDER)
            .when(refuse(day(8)));
    var term = outcome.the(TimeLimitStarted.class).term();
    assertThat(term.amount() + " " + term.unit()).isEqualTo("7 CALENDAR_DAY");
    assertThat(term.basis().act()).isEqualTo("Sample Regulation 7");
  }

  @Test
  void onlyTheCompetentAuthorityDecides() {
    submittedToPrimeMinister()
        .as(RoadSamples.FOCAL_DECIDER)
        .when(approve(day(8)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .under("Sample Act", "7.1.a")
        .saying("agency", RoadLaw.GOVERNMENT_OFFICE);
    submittedToPrimeMinister()
        .as(Samples.DECIDER)
        .when(refuse(day(8)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY);
  }

  @Test
  void nobodyDecidesInThePlaceOfAnAuthorityThatTheRegistryDoesNotKnow() {
    // The Prime Minister decides, and the registry names no office for him.
    var unknown = submittedToPrimeMinisterOfNoOffice();
    assertThat(unknown.state().approverAgencies()).isEmpty();
    unknown
        .as(Samples.DECIDER)
        .when(approve(day(8)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .saying("agency", "PRIME_MINISTER");
    assertThat(unknown.as(FOCAL_CLERK).when(approve(day(8))).the(AidApproved.class))
        .returns("PRIME_MINISTER", AidApproved::decidedBy)
        .returns(null, AidApproved::decidedByAgency)
        .returns(true, AidApproved::recordedByClerk);
    assertThat(Awaited.of(unknown.state()).getFirst())
        .returns(Awaited.What.DECISION, Awaited::what)
        .returns(null, Awaited::agency);
  }

  @Test
  void ofSeveralManagingAgenciesTheHeadOfAnyMayDecide() {
    var shared =
        AidBuilder.of(Samples.aid()).managingAgencies(Samples.PROVINCE, Samples.OTHER_PROVINCE);
    var filed =
        RoadSamples.road()
            .after(Samples.submit(shared.build(), Samples.completePapers()))
            .after(Samples.decide(Samples.DAY, "several-agencies", "HEAD_OF_MANAGING_AGENCY"));
    assertThat(filed.state().approverAgencies())
        .containsExactly(Samples.OTHER_PROVINCE, Samples.PROVINCE);
  }

  @Test
  void aClerkRecordsThePrimeMinistersDecisionNamedAsRecorded() {
    assertThat(
            submittedToPrimeMinister().as(FOCAL_CLERK).when(approve(day(8))).the(AidApproved.class))
        .returns(true, AidApproved::recordedByClerk)
        .returns("PRIME_MINISTER", AidApproved::decidedBy)
        .returns(RoadLaw.GOVERNMENT_OFFICE, AidApproved::decidedByAgency);
    assertThat(
            submittedToPrimeMinister().as(FOCAL_CLERK).when(refuse(day(8))).the(AidRefused.class))
        .returns(true, AidRefused::recordedByClerk)
        .returns("PRIME_MINISTER", AidRefused::decidedBy);
  }

  @Test
  void theOfficeOfThePrimeMinisterDecidesItself() {
    var office = new Actor("vpcp", Role.DECISION_MAKER, RoadLaw.GOVERNMENT_OFFICE);
    assertThat(submittedToPrimeMinister().as(office).when(approve(day(8))).the(AidApproved.class))
        .returns(false, AidApproved::recordedByClerk);
  }

  @Test
  void aClerkRecordsNoDecisionOfAProvincialHead() {
    submitted()
        .as(RoadSamples.CLERK)
        .when(approve(day(8)))
        .thenRejected(RejectionCode.DECISION_NOT_RECORDED_BY_CLERK)
        .saying("approver", "HEAD_OF_MANAGING_AGENCY");
    submitted()
        .as(RoadSamples.CLERK)
        .when(refuse(day(8)))
        .thenRejected(RejectionCode.DECISION_NOT_RECORDED_BY_CLERK);
  }

  @Test
  void aClerkOfAnotherAgencyRecordsNothing() {
    submittedToPrimeMinister()
        .as(RoadSamples.CLERK)
        .when(approve(day(8)))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER)
        .saying("agency", Samples.MINISTRY);
  }

  @Test
  void anAidFoundNotEligibleIsRefusedAndNotApproved() {
    var against =
        RoadSamples.answered()
            .after(
                RoadSamples.conclude(
                    day(5), AppraisalMethod.SYNTHESIS_OF_OPINIONS, AppraisalFinding.NOT_ELIGIBLE))
            .after(RoadSamples.submit(day(6)))
            .as(Samples.DECIDER);
    against
        .when(approve(day(8)))
        .thenRejected(RejectionCode.CONCLUSION_NOT_ELIGIBLE)
        .under("Sample Act", "10.3");
    assertThat(against.when(refuse(day(8))).state().status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void anAidFoundEligibleMayStillBeRefused() {
    assertThat(submitted().as(Samples.DECIDER).when(refuse(day(8))).state().status())
        .isEqualTo(Status.REFUSED);
  }

  @Test
  void aDecisionIsNeitherOlderThanItsSubmissionNorOfTomorrow() {
    var decider = submitted().as(Samples.DECIDER);
    for (var command : List.<DossierCommand>of(approve(day(5)), refuse(day(5)))) {
      decider
          .when(command)
          .thenRejected(RejectionCode.DATE_BEFORE_STEP)
          .at("decidedOn")
          .saying("step", day(6).toString());
    }
    var tomorrow = TODAY.plusDays(1);
    decider
        .when(new ApproveAid(tomorrow, complete().build(), paper(TODAY)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("decidedOn");
    decider
        .when(new RefuseAid(tomorrow, "x", "y", paper(TODAY)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("decidedOn");
    assertThat(decider.when(approve(day(6))).state().status()).isEqualTo(Status.APPROVED);
    assertThat(decider.when(refuse(day(6))).state().status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void aDecisionHasAPaperOfItsDay() {
    var decider = submitted().as(Samples.DECIDER);
    decider
        .when(new ApproveAid(day(8), complete().build(), Samples.DUTY))
        .thenRejected(RejectionCode.DOCUMENT_MISSING)
        .at("act.document");
    decider
        .when(new RefuseAid(day(8), "x", "y", Samples.DUTY))
        .thenRejected(RejectionCode.DOCUMENT_MISSING)
        .at("act.document");
    decider
        .when(new ApproveAid(day(8), complete().build(), paper(day(7))))
        .thenRejected(RejectionCode.DOCUMENT_DATE_DIFFERS)
        .at("decidedOn")
        .saying("date", day(8).toString())
        .saying("document", day(7).toString());
    decider
        .when(new RefuseAid(day(8), "x", "y", paper(day(9))))
        .thenRejected(RejectionCode.DOCUMENT_DATE_DIFFERS)
        .at("decidedOn");
    decider
        .when(new ApproveAid(day(8), complete().build(), paper(TODAY.plusDays(1))))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("act.document.date");
  }

  @Test
  void aRefusalSaysWhyAndOnWhichGround() {
    var decider = submitted().as(Samples.DECIDER);
    Act act = paper(day(8));
    decider
        .when(new RefuseAid(day(8), "", "Sample Act 2.3", act))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("reason");
    decider
        .when(new RefuseAid(day(8), "Không phù hợp", " ", act))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("legalBasis");
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionPart.class,
      names = {"GOODS", "SALE_CONSENT"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyPartOfTheDecisionIsStated(DecisionPart part) {
    refused(complete().without(part), RejectionCode.DECISION_CONTENT_MISSING)
        .under("Sample Act", RoadLaw.articles(part))
        .saying("part", part.name())
        .at(
            switch (part) {
              case TITLE -> "content.title";
              case MANAGING_AGENCIES -> "content.managingAgencies";
              case OWNER -> "content.owner";
              case PROVIDER -> "content.provider";
              case CO_PROVIDERS -> "content.coProviders";
              case OBJECTIVE -> "content.objective";
              case RESULTS -> "content.results";
              case GOODS -> "content.goods";
              case PERIOD -> "content.period";
              case PLACE -> "content.place";
              case GRANT -> "content.grant";
              case COUNTERPART -> "content.counterpart";
              case GRANT_SPLIT -> "content.grantManagedByRecipient";
              case FINANCIAL_MECHANISM -> "content.financialMechanism";
              case MANAGEMENT_MODE -> "content.managementMode";
              case SALE_CONSENT -> "content.saleConsent";
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionPart.class,
      names = {
        "TITLE",
        "MANAGING_AGENCIES",
        "OWNER",
        "PROVIDER",
        "OBJECTIVE",
        "RESULTS",
        "PLACE",
        "GRANT"
      })
  void aPartWithNothingInItIsNotStated(DecisionPart part) {
    refused(complete().blank(part), RejectionCode.DECISION_CONTENT_MISSING)
        .saying("part", part.name());
  }

  @Test
  void theListOfGoodsIsOwedWhereTheLawWantsItOnly() {
    accepted(complete().without(DecisionPart.GOODS));
    var nonProject =
        submittedWith(
            RoadSamples.accepted(
                AidBuilder.of(Samples.aid()).modality(Modality.NON_PROJECT).build()));
    for (var content :
        List.of(complete().without(DecisionPart.GOODS), complete().blank(DecisionPart.GOODS))) {
      nonProject
          .when(approve(day(8), content))
          .thenRejected(RejectionCode.DECISION_CONTENT_MISSING)
          .under("Sample Act", RoadLaw.articles(DecisionPart.GOODS))
          .at("content.goods");
    }
    assertThat(nonProject.when(approve(day(8))).state().status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void aPersonWhoGivesIsAProviderToo() {
    accepted(complete().person(Personal.of("Nhà Tài Trợ Mẫu")));
  }

  @Test
  void bothHalvesOfTheSplitAreStated() {
    refused(complete().byRecipient((Money[]) null), RejectionCode.DECISION_CONTENT_MISSING)
        .saying("part", "GRANT_SPLIT")
        .at("content.grantManagedByRecipient");
    refused(complete().byProvider((Money[]) null), RejectionCode.DECISION_CONTENT_MISSING)
        .saying("part", "GRANT_SPLIT")
        .at("content.grantManagedByProvider");
  }

  @Test
  void theSplitAddsUpToTheGrantCurrencyByCurrency() {
    refused(complete().byProvider(money("49999.99", "EUR")), RejectionCode.GRANT_SPLIT_CONTRADICTS)
        .at("content.grantManagedByRecipient")
        .saying("grant", "150000 EUR")
        .saying("managed", "149999.99 EUR");
    refused(complete().byProvider(money("50000", "USD")), RejectionCode.GRANT_SPLIT_CONTRADICTS)
        .saying("managed", "100000 EUR, 50000 USD");
    accepted(complete().byRecipient(money("150000.00", "EUR")).byProvider());
    accepted(complete().byRecipient().byProvider(money("150000", "EUR")));
  }

  @Test
  void theGrantIsTheDossiersUnlessTheDecisionSaysWhyNot() {
    var other =
        complete().grant(money("160000", "EUR")).byRecipient(money("160000", "EUR")).byProvider();
    refused(other, RejectionCode.DECISION_DIFFERS_FROM_DOSSIER)
        .at("content.grant")
        .saying("decided", "160000 EUR")
        .saying("stated", "150000 EUR");
    refused(other.deviation(" "), RejectionCode.DECISION_DIFFERS_FROM_DOSSIER);
    accepted(other.deviation("Nhà tài trợ bổ sung"));
  }

  @Test
  void theGrantMayStandInOneOfTheDossiersEquivalents() {
    var aid =
        AidBuilder.of(Samples.aid())
            .grant(
                new Grant(
                    List.of(money("150000", "EUR")),
                    List.of(money("160000", "USD"), money("4000000000", "VND")),
                    null))
            .build();
    var decider = submittedWith(RoadSamples.accepted(aid));
    var inUsd =
        complete().grant(money("160000", "USD")).byRecipient(money("160000", "USD")).byProvider();
    assertThat(decider.when(approve(day(8), inUsd)).state().status()).isEqualTo(Status.APPROVED);
    var inBoth =
        complete()
            .grant(money("160000", "USD"), money("150000", "EUR"))
            .byRecipient(money("160000", "USD"))
            .byProvider(money("150000", "EUR"));
    decider.when(approve(day(8), inBoth)).thenRejected(RejectionCode.DECISION_DIFFERS_FROM_DOSSIER);
  }

  @Test
  void managingAgenciesAreKnownAndNamedOnce() {
    refused(complete().managing("so-khong-co"), RejectionCode.UNKNOWN_AGENCY)
        .at("content.managingAgencies[0]");
    refused(complete().managing(Samples.PROVINCE, Samples.PROVINCE), RejectionCode.AGENCY_REPEATED)
        .at("content.managingAgencies[1]");
  }

  @Test
  void amountsAreSound() {
    refused(complete().grant(money("0", "EUR")), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("content.grant[0].amount");
    refused(complete().grant(money("1", "XXZ")), RejectionCode.UNKNOWN_CURRENCY)
        .at("content.grant[0].currency");
    refused(complete().grant(money("1", "EUR"), money("2", "EUR")), RejectionCode.CURRENCY_REPEATED)
        .at("content.grant[1].currency");
    refused(complete().byRecipient(money("-1", "EUR")), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("content.grantManagedByRecipient[0].amount");
    refused(
            complete().byProvider(money("1", "EUR"), money("2", "EUR")),
            RejectionCode.CURRENCY_REPEATED)
        .at("content.grantManagedByProvider[1].currency");
    refused(
            complete()
                .counterpart(new CounterpartFund(money("0", "VND"), CounterpartFund.Form.CASH)),
            RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("content.counterpart[0].money.amount");
    refused(complete().goods(item("1"), item("0")), RejectionCode.NUMBER_NOT_POSITIVE)
        .at("content.goods[1].quantity");
  }

  @Test
  void theWorthInDollarsIsFrozenWithItsRate() {
    var amount = new BigDecimal("165000");
    var rate = new BigDecimal("1.1");
    refused(complete().usd(new UsdValue(amount, null, null, null)), RejectionCode.USD_RATE_MISSING)
        .at("content.usd");
    refused(
            complete().usd(new UsdValue(amount, rate, TODAY.plusDays(1), "NHNN")),
            RejectionCode.DATE_IN_FUTURE)
        .at("content.usd.rateDate");
    refused(
            complete().usd(new UsdValue(BigDecimal.ZERO, rate, TODAY, "NHNN")),
            RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("content.usd.amount");
    accepted(complete().usd(new UsdValue(amount, rate, TODAY, "NHNN")));
  }

  @Test
  void thePeriodRunsForward() {
    refused(complete().period(new Period(day(100), day(99))), RejectionCode.PERIOD_REVERSED)
        .at("content.period.to");
    accepted(complete().period(new Period(day(100), day(100))));
  }

  private static RejectionAssert refused(ContentBuilder content, RejectionCode code) {
    return submitted().as(Samples.DECIDER).when(approve(day(8), content)).thenRejected(code);
  }

  private static void accepted(ContentBuilder content) {
    assertThat(
            submitted()
                .as(Samples.DECIDER)
                .when(approve(day(8), content))
                .the(AidApproved.class)
                .content())
        .isEqualTo(content.build());
  }

  private static DossierScenario submittedWith(DossierScenario accepted) {
    return accepted
        .after(RoadSamples.ask(RoadLaw.FINANCE, day(1)))
        .after(RoadSamples.ask(RoadLaw.UNION, day(1)))
        .after(RoadSamples.conclude(day(5)))
        .after(RoadSamples.submit(day(6)))
        .as(Samples.DECIDER);
  }

  private static DossierScenario submittedToPrimeMinisterOfNoOffice() {
    return RoadSamples.submittedToPrimeMinister(
        RoadSamples.road().where(DecisionTest::withoutOffice));
  }

  private static DecisionContext withoutOffice(DecisionContext c) {
    var registry = c.registry();
    return new DecisionContext(
        c.now(),
        c.actor(),
        c.mode(),
        c.law(),
        new AgencyRegistry(
            registry.sha256(),
            registry.agencies(),
            registry.assignments().stream()
                .filter(a -> !a.role().equals("PRIME_MINISTER"))
                .toList()),
        c.parameters(),
        c.calendar(),
        c.dossierCode());
  }
}
