package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static io.vientro.core.dossier.Samples.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.Grant;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.RejectionCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplementAndAcceptTest {

  private static final DossierScenario INCOMPLETE =
      given().after(Samples.submitIncomplete()).on(DAY.plusDays(30));

  private static final DossierScenario COMPLETE =
      given().after(Samples.submitComplete()).on(DAY.plusDays(30));

  // RequestSupplement

  @Test
  void aSlipListsAllGapsAtOnceAndTheOfficersFindings() {
    var outcome =
        INCOMPLETE.as(Samples.RECEPTION).when(Samples.requestSupplement(DAY.plusDays(1), null));
    assertThat(outcome.the(SupplementRequested.class))
        .returns(1, SupplementRequested::number)
        .returns(
            List.of(
                new Gap("request", "missing", "8.1.a", null),
                new Gap("project-document", "missing", "8.1.c", null),
                new Gap("request", "finding", null, "Chưa ký")),
            SupplementRequested::gaps);
    assertThat(outcome.state())
        .returns(Status.SUPPLEMENT_REQUESTED, DossierState::status)
        .returns(DAY.plusDays(1), DossierState::lastStepOn)
        .returns(List.of(new Gap("request", "finding", null, "Chưa ký")), DossierState::findings);
  }

  @Test
  void aSecondSlipNeedsABasis() {
    var returned =
        INCOMPLETE
            .after(Samples.requestSupplement(DAY, null))
            .after(Samples.supplement(DAY, Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL)))
            .as(Samples.RECEPTION);
    returned
        .when(Samples.requestSupplement(DAY, null))
        .thenRejected(RejectionCode.REPEAT_BASIS_MISSING)
        .at("repeatBasis")
        .under("Sample One-stop Act", "15.3")
        .saying("number", "2");
    returned
        .when(Samples.requestSupplement(DAY, "  "))
        .thenRejected(RejectionCode.REPEAT_BASIS_MISSING);
    assertThat(
            returned
                .when(Samples.requestSupplement(DAY, "Công văn 7/BNG"))
                .the(SupplementRequested.class))
        .returns(2, SupplementRequested::number)
        .returns("Công văn 7/BNG", SupplementRequested::repeatBasis);
  }

  @Test
  void aSlipAsksForSomethingOrIsNotSent() {
    COMPLETE
        .as(Samples.RECEPTION)
        .when(new RequestSupplement(DAY, null, null, DUTY))
        .thenRejected(RejectionCode.NOTHING_TO_SUPPLEMENT);
  }

  @Test
  void aFindingNamesAnEntryOfTheChecklistOrNone() {
    COMPLETE
        .as(Samples.RECEPTION)
        .when(
            new RequestSupplement(
                DAY, List.of(new Finding(null, "a"), new Finding("giay-la", "b")), null, DUTY))
        .thenRejected(RejectionCode.UNKNOWN_REQUIREMENT)
        .at("findings[1].requirement")
        .saying("requirement", "giay-la");
  }

  @Test
  void aSlipIsNeitherOfTomorrowNorOlderThanTheSubmission() {
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.requestSupplement(DAY.plusDays(31), null))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("requestedOn");
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.requestSupplement(DAY.minusDays(1), null))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("requestedOn")
        .saying("step", "2026-03-02");
  }

  // SupplementDossier

  @Test
  void papersOfASupplementStandBesideTheOldOnes() {
    var outcome =
        INCOMPLETE
            .after(Samples.requestSupplement(DAY, null))
            .when(
                Samples.supplement(
                    DAY.plusDays(2), Samples.completePapers().toArray(DossierDocument[]::new)));
    outcome.thenTypes(DossierSupplemented.class, ChecklistChecked.class);
    assertThat(outcome.state())
        .returns(Status.CHECKING, DossierState::status)
        .returns(Samples.completePapers(), DossierState::documents)
        .returns(List.of(), DossierState::findings)
        .returns(List.of(), DossierState::lastGaps)
        .returns(DAY.plusDays(2), DossierState::lastStepOn);
  }

  @Test
  void correctedFactsAreClassifiedAnew() {
    var corrected = AidBuilder.of(Samples.aid()).managingAgencies(Samples.MINISTRY).build();
    var outcome = COMPLETE.when(Samples.correct(DAY, corrected));
    outcome.thenTypes(DossierSupplemented.class, AidClassified.class, ChecklistChecked.class);
    assertThat(outcome.the(AidClassified.class).receiverAgency()).isEqualTo(Samples.MINISTRY);
    assertThat(outcome.state().facts()).isEqualTo(corrected);
  }

  @Test
  void moreSetsAreASupplementToo() {
    var outcome = COMPLETE.when(new SupplementDossier(DAY, 5, null, List.of(), OWN));
    assertThat(outcome.state().sets()).isEqualTo(5);
    assertThat(outcome.state().documents()).hasSize(2);
  }

  @Test
  void aSupplementBringsSomething() {
    COMPLETE
        .when(Samples.supplement(DAY))
        .thenRejected(RejectionCode.NOTHING_SUPPLIED)
        .at("documents");
  }

  @Test
  void aSupplementIsHeldToTheRulesOfASubmission() {
    COMPLETE
        .when(new SupplementDossier(DAY, 0, null, List.of(), OWN))
        .thenRejected(RejectionCode.NUMBER_NOT_POSITIVE)
        .at("sets");
    COMPLETE
        .when(
            Samples.correct(
                DAY, AidBuilder.of(Samples.aid()).grant(new Grant(List.of(), null, null)).build()))
        .thenRejected(RejectionCode.AMOUNT_MISSING)
        .at("aid.grant.parts");
    COMPLETE
        .when(Samples.supplement(DAY.plusDays(31), Samples.paper(DocumentKind.OTHER)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("suppliedOn");
    COMPLETE
        .after(Samples.requestSupplement(DAY.plusDays(3), null))
        .when(Samples.supplement(DAY.plusDays(2), Samples.paper(DocumentKind.OTHER)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("suppliedOn");
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.supplement(DAY, Samples.paper(DocumentKind.OTHER)))
        .thenRejected(RejectionCode.ACT_NOT_ON_BEHALF);
  }

  // AcceptDossier

  @Test
  void acceptanceGivesTheCodeAndKeepsWhatItLookedAt() {
    var outcome = COMPLETE.as(Samples.RECEPTION).when(Samples.accept(DAY.plusDays(1)));
    assertThat(outcome.the(DossierAccepted.class))
        .returns(Samples.CODE, DossierAccepted::code)
        .returns(DAY.plusDays(1), DossierAccepted::completeOn)
        .returns(
            new Grounds(
                "pack-digest",
                "registry-digest",
                COMPLETE.context().parameters().sha256(),
                Samples.CALENDAR.sha256()),
            DossierAccepted::grounds);
    assertThat(outcome.state())
        .returns(Status.ACCEPTED, DossierState::status)
        .returns(Samples.CODE, DossierState::code)
        .returns(DAY.plusDays(1), DossierState::completeOn);
  }

  @Test
  void withoutACodeFromTheReceptionBookThereIsNoAcceptance() {
    var withoutBook =
        COMPLETE
            .as(Samples.RECEPTION)
            .where(
                c ->
                    new DecisionContext(
                        c.now(),
                        c.actor(),
                        c.mode(),
                        c.law(),
                        c.registry(),
                        c.parameters(),
                        c.calendar(),
                        null));
    assertThatNullPointerException()
        .isThrownBy(() -> withoutBook.when(Samples.accept(DAY)))
        .withMessageContaining("reception book");
  }

  @Test
  void completenessIsNeitherOfTomorrowNorOlderThanTheLastStep() {
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY.plusDays(31)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("completeOn");
    COMPLETE
        .after(Samples.correct(DAY.plusDays(2), Samples.aid()))
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("completeOn")
        .saying("step", "2026-03-04");
  }

  // RefuseReception, WithdrawDossier

  @Test
  void receptionIsRefusedWithReasonAndBasis() {
    var outcome = INCOMPLETE.as(Samples.RECEPTION).when(Samples.refuse(DAY.plusDays(1)));
    outcome.thenTypes(ReceptionRefused.class, TimeLimitEnded.class);
    assertThat(outcome.the(ReceptionRefused.class).legalBasis()).isEqualTo("Sample Act 1");
    assertThat(outcome.state().status()).isEqualTo(Status.RECEPTION_REFUSED);
  }

  @Test
  void theApplicantWithdraws() {
    var outcome = INCOMPLETE.when(Samples.withdraw(DAY.plusDays(1)));
    outcome.thenTypes(DossierWithdrawn.class, TimeLimitEnded.class);
    assertThat(outcome.state().status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void refusalAndWithdrawalHaveDatesOfTheRoad() {
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.refuse(DAY.plusDays(31)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("refusedOn");
    COMPLETE
        .as(Samples.RECEPTION)
        .when(Samples.refuse(DAY.minusDays(1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("refusedOn");
    COMPLETE
        .when(Samples.withdraw(DAY.plusDays(31)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("withdrawnOn");
    COMPLETE
        .when(Samples.withdraw(DAY.minusDays(1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("withdrawnOn");
  }
}
