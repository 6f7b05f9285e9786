package io.vientro.core.dossier;

import static io.vientro.core.dossier.ImplementationTest.last;
import static io.vientro.core.dossier.ImplementationTest.running;
import static io.vientro.core.dossier.LifeSamples.life;
import static io.vientro.core.dossier.LifeSamples.reclassify;
import static io.vientro.core.dossier.LifeSamples.started;
import static io.vientro.core.dossier.LifeSamples.transfer;
import static io.vientro.core.dossier.RoadSamples.FOCAL_RECEPTION;
import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.SECURITY;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DECIDER;
import static io.vientro.core.dossier.Samples.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TransferDossier.Cause;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A case moves: by other facts (Art. 7, 8.6), to a successor, or since competence changed. */
class MovedCaseTest {
  private static final Actor OTHER_DECIDER =
      new Actor("lanh-dao-khac", Role.DECISION_MAKER, Samples.OTHER_PROVINCE);
  private static final Actor OTHER_CLERK =
      new Actor("van-thu-khac", Role.CLERK, Samples.OTHER_PROVINCE);

  private static DossierScenario asked() {
    return RoadSamples.asked(life());
  }

  @Test
  void otherFactsOfTheSameReceiverLeaveTheClockRunning() {
    var other = Samples.aidAbout(SubjectTag.RELIGION);
    var reclassified = asked().as(RECEPTION).when(reclassify(other, day(4)));
    reclassified.thenTypes(AidReclassified.class, AidClassified.class, ChecklistChecked.class);
    assertThat(reclassified.state())
        .returns(Status.CONSULTING, DossierState::status)
        .returns(other, DossierState::facts);
    assertThat(running(asked().after(reclassify(other, day(4))))).containsExactly("appraisal");
  }

  @Test
  void aConclusionOnOtherFactsCarriesNoDecision() {
    var submitted =
        RoadSamples.submitted(life())
            .after(reclassify(Samples.aidAbout(SubjectTag.RELIGION), day(7)));
    assertThat(submitted.state().status()).isEqualTo(Status.APPRAISING);
    assertThat(last(submitted, "appraisal"))
        .as("no law gives it a new limit: it runs from the complete and valid dossier")
        .returns(true, LimitSegment::running)
        .returns(2, l -> l.started().segment())
        .returns(Samples.DAY, l -> l.started().from());
    submitted.as(DECIDER).when(RoadSamples.approve(day(8))).thenRejected(RejectionCode.WRONG_STATE);
    assertThat(
            submitted
                .after(RoadSamples.conclude(day(8)))
                .after(RoadSamples.submit(day(9)))
                .after(RoadSamples.approve(day(10)))
                .state()
                .status())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void anAnswerThatMakesAnotherAgencyTheReceiverMovesAnAcceptedCase() {
    var open =
        asked().after(reclassify(Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT), day(4)));
    assertThat(open.state().status()).isEqualTo(Status.CONSULTING);
    var moved = open.as(DECIDER).when(Samples.decide(day(5), "law-drafting", "PRIME_MINISTER"));
    assertThat(moved.the(DossierTransferred.class))
        .returns(Samples.MINISTRY, DossierTransferred::to)
        .returns("Sample Act 7.1.a", DossierTransferred::legalBasis);
    assertThat(moved.state())
        .returns(Status.CHECKING, DossierState::status)
        .returns(Samples.MINISTRY, DossierState::inCharge);
  }

  @Test
  void factsAreReclassifiedWithReasonByWhoHasThemInHand() {
    asked()
        .as(RECEPTION)
        .when(reclassify(Samples.aid(), day(4)))
        .thenRejected(RejectionCode.FACTS_UNCHANGED)
        .at("aid");
    asked()
        .as(RECEPTION)
        .when(new ReclassifyAid(SECURITY, " ", "Luật", day(4), Samples.DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("reason");
    asked()
        .as(RECEPTION)
        .when(reclassify(AidBuilder.of(Samples.aid()).managingAgencies("khong-co").build(), day(4)))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY);
    asked()
        .as(new Actor("khac", Role.RECEPTION_OFFICER, Samples.OTHER_PROVINCE))
        .when(reclassify(SECURITY, day(4)))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER);
    asked().as(LEAD_APPRAISER).when(reclassify(SECURITY, day(4))).the(AidReclassified.class);
    LifeSamples.approved()
        .as(RECEPTION)
        .when(reclassify(SECURITY, day(9)))
        .thenRejected(RejectionCode.WRONG_STATE);
    asked()
        .as(RECEPTION)
        .when(reclassify(SECURITY, day(0)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
  }

  @Test
  void papersFollowTheCaseToWhomItMoved() {
    var handed = asked().after(RoadSamples.handOverToLead(day(2)));
    var moved = handed.after(reclassify(SECURITY, day(4))).state();
    assertThat(moved.custody().holder()).isEqualTo(new Custodian(Samples.MINISTRY, null, null));
    assertThat(moved.custody().pending()).isNull();
    assertThat(moved.custody().movedOn()).isEqualTo(day(4));
  }

  @Test
  void papersThatLieElsewhereStayThereWhenAnAgencyIsSucceeded() {
    var withLead =
        asked()
            .after(RoadSamples.handOverToLead(day(2)))
            .after(LEAD_APPRAISER, RoadSamples.acceptHandOver(day(3)))
            .after(transfer(Samples.OTHER_PROVINCE, Cause.SUCCESSION, day(4)));
    assertThat(withLead.state().custody().holder().agency()).isEqualTo(RoadLaw.LEAD);
    assertThat(withLead.state().inCharge()).isEqualTo(Samples.OTHER_PROVINCE);
  }

  @Test
  void whoMayMoveACase() {
    var command = transfer(Samples.OTHER_PROVINCE, Cause.CHANGE_OF_COMPETENCE, day(4));
    asked()
        .as(OTHER_DECIDER)
        .when(command)
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER)
        .saying("agency", Samples.PROVINCE);
    asked().as(DECIDER).when(command).the(DossierTransferred.class);
    asked().as(Samples.ADMINISTRATOR).when(command).the(DossierTransferred.class);
    asked()
        .as(OTHER_DECIDER)
        .when(transfer(Samples.OTHER_PROVINCE, Cause.SUCCESSION, day(4)))
        .the(DossierTransferred.class);
  }

  @Test
  void aCaseMovesToAnotherAgencyThatIsKnownAndReceivesDossiers() {
    asked()
        .as(DECIDER)
        .when(transfer("khong-co", Cause.SUCCESSION, day(4)))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("to");
    asked()
        .as(DECIDER)
        .when(transfer(Samples.WITHOUT_COUNTER, Cause.SUCCESSION, day(4)))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY);
    asked()
        .as(DECIDER)
        .when(transfer(Samples.PROVINCE, Cause.SUCCESSION, day(4)))
        .thenRejected(RejectionCode.HANDED_OVER_TO_SELF)
        .at("to");
    asked()
        .as(DECIDER)
        .when(transfer(Samples.OTHER_PROVINCE, Samples.MINISTRY, Cause.SUCCESSION, day(4)))
        .thenRejected(RejectionCode.AGENCY_NOT_INVOLVED)
        .at("from");
    RoadSamples.submitted(life())
        .after(RoadSamples.refuse(day(8)))
        .after(RoadSamples.inform(day(9), NoticeOwed.PROVIDER))
        .as(DECIDER)
        .when(transfer(Samples.OTHER_PROVINCE, Cause.SUCCESSION, day(10)))
        .thenRejected(RejectionCode.CASE_OVER)
        .saying("status", "NOTIFIED");
  }

  @Test
  void afterTheApprovalTheDutiesGoOnAndWhoTookThePlaceOwesThem() {
    var moved =
        started().after(transfer(Samples.OTHER_PROVINCE, Cause.CHANGE_OF_COMPETENCE, day(30)));
    assertThat(moved.state().status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(running(moved)).isEqualTo(running(started()));
    assertThat(last(moved, "annual-report").started().debtor().agency())
        .isEqualTo(Samples.OTHER_PROVINCE);
    assertThat(last(moved, "clearance").started().debtor().agency())
        .isEqualTo(Samples.APPLICANT_ORGANISATION);
    var annual = new SubmitReport("annual-report", "2026", day(40), "Đủ", null, Samples.DUTY);
    moved.as(RoadSamples.CLERK).when(annual).thenRejected(RejectionCode.NOT_THE_MANAGING_AGENCY);
    moved.as(OTHER_CLERK).when(annual).the(ReportSubmitted.class);
    // Whose decision stood is followed to its successor.
    moved
        .as(OTHER_DECIDER)
        .when(LifeSamples.revoke(day(40), "Sample Budget Act 5"))
        .the(AidRevoked.class);
  }

  @Test
  void aManagingAgencyIsSucceededWhileAnotherHasTheCaseInItsCharge() {
    var moved =
        LifeSamples.primeMinisters()
            .after(
                OTHER_DECIDER,
                transfer(Samples.OTHER_PROVINCE, Samples.PROVINCE, Cause.SUCCESSION, day(30)));
    assertThat(moved.state())
        .returns(Samples.MINISTRY, DossierState::inCharge)
        .returns(Status.IMPLEMENTING, DossierState::status);
    assertThat(moved.state().managingAgencies()).containsExactly(Samples.OTHER_PROVINCE);
  }

  @Test
  void agenciesAreLookedUpAsOfTheMove() {
    // From July another ministry is the focal one; the case went there as the successor's.
    var july = LocalDate.of(2026, 7, 10);
    var moved =
        RoadSamples.askedForPrimeMinister(life())
            .after(Samples.ADMINISTRATOR, transfer("bo-moi", Cause.SUCCESSION, july))
            .after(
                new Actor("bm", Role.APPRAISER, "bo-moi"), Samples.requestSupplement(july, null));
    assertThat(moved.state().classification().receiverAgency()).isEqualTo("bo-moi");
    var again =
        moved
            .after(Samples.correct(july.plusDays(1), SECURITY))
            .after(
                new Actor("bm", Role.RECEPTION_OFFICER, "bo-moi"),
                Samples.accept(july.plusDays(2)));
    assertThat(again.state())
        .returns(Samples.CODE, DossierState::code)
        .returns("bo-moi", DossierState::leadAgency);
  }

  @Test
  void theNextReceiverChecksAndAcceptsAnewUnderTheSameCode() {
    var moved = asked().after(reclassify(SECURITY, day(4)));
    assertThat(Awaited.of(moved.state()).getFirst())
        .returns(Awaited.What.CHECK, Awaited::what)
        .returns(Samples.MINISTRY, Awaited::agency);
    var accepted = moved.after(FOCAL_RECEPTION, Samples.accept(day(6)));
    assertThat(accepted.state()).returns(Samples.CODE, DossierState::code);
    assertThat(last(accepted, "appraisal"))
        .returns(day(6), l -> l.started().from())
        .returns(Samples.MINISTRY, l -> l.started().debtor().agency());
    assertThat(accepted.state().limits().getFirst().reason()).isEqualTo(Reason.CASE_MOVED);
  }
}
