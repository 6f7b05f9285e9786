package io.vientro.core.dossier;

import static io.vientro.core.dossier.ImplementationTest.last;
import static io.vientro.core.dossier.ImplementationTest.running;
import static io.vientro.core.dossier.LifeSamples.life;
import static io.vientro.core.dossier.LifeSamples.notified;
import static io.vientro.core.dossier.LifeSamples.reclassify;
import static io.vientro.core.dossier.LifeSamples.start;
import static io.vientro.core.dossier.LifeSamples.transfer;
import static io.vientro.core.dossier.RoadSamples.SECURITY;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DECIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.core.dossier.RecordImplementationStart.Evidence;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TransferDossier.Cause;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.Identified;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The hard cases that a careful clerk hits on a case's way, each by its number. Those of scope,
 * papers and authority are the rule pack's; AppraisalTest, DecisionTest and NoticeTest go through
 * E19 to E24 case by case.
 */
class EdgeCasesTest {

  @Test
  void e1_filingAndCompletenessAreTwoDatesAndTheLawIsThatOfTheFiling() {
    var accepted = life().after(Samples.submitComplete()).after(Samples.accept(day(5))).state();
    assertThat(accepted.filing().submittedOn()).isEqualTo(DAY);
    assertThat(accepted.completeOn()).isEqualTo(day(5));
    assertThat(accepted.pin()).isEqualTo(accepted.filing().pack());
    // The transition clause of the later decree is not loaded: whether a case in between goes over
    // to it is a person's decision (AdoptRulePackVersion), never the software's.
  }

  @Test
  void e2_anAdjustmentFollowsTheLawThenInForceAndMayHaveAnotherAuthority() {
    var primeMinisters = LifeSamples.started().when(LifeSamples.adjust(day(40), SECURITY));
    assertThat(primeMinisters.the(AdjustmentRequested.class).approver())
        .isEqualTo("PRIME_MINISTER");
    // The sample act is in force to the end of 2026 only.
    var january = LocalDate.of(2027, 1, 4);
    var asked = LifeSamples.started().on(january).when(LifeSamples.adjust(january)).state();
    assertThat(asked.openQuestions())
        .extracting(OpenQuestion::id)
        .containsExactly("adjustment-after-repeal");
  }

  @Test
  void e3_theAppraisalRunsFromTheCompleteAndValidDossierAndASupplementRestartsIt() {
    var supplemented =
        life()
            .after(Samples.submitComplete())
            .after(Samples.accept(day(3)))
            .after(Samples.requestSupplement(day(5), null))
            .after(Samples.correct(day(8), Samples.aid()))
            .after(Samples.accept(day(9)));
    assertThat(supplemented.state().limits())
        .filteredOn(l -> l.started().limit().equals("appraisal"))
        .extracting(l -> l.started().from())
        .containsExactly(day(3), day(9));
    assertThat(supplemented.state().limits().getFirst().reason())
        .isEqualTo(Reason.RETURNED_FOR_SUPPLEMENT);
  }

  @Test
  void e4_aLastDayInTetIsTheFirstWorkingDayAfterIt() {
    var beforeTet = LocalDate.of(2026, 2, 5);
    var accepted = life().after(filed(beforeTet)).after(Samples.accept(beforeTet));
    // Eleven days end on 16 February, the eve of Tet; offices open again on the 23rd.
    assertThat(last(accepted, "appraisal").due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 2, 23)));
  }

  @Test
  void e11_aSecurityTagFoundLaterMovesTheCaseAndClosesTheFirstReceiversClock() {
    var asked = RoadSamples.answered(life());
    var moved = asked.as(Samples.RECEPTION).when(reclassify(SECURITY, day(4)));
    moved.thenTypes(
        AidReclassified.class,
        AidClassified.class,
        AppraisalDetermined.class,
        TimeLimitEnded.class,
        DossierTransferred.class,
        AidClassified.class,
        ChecklistChecked.class);
    assertThat(moved.the(TimeLimitEnded.class))
        .isEqualTo(new TimeLimitEnded("appraisal", 1, day(4), Reason.CASE_MOVED));
    assertThat(moved.the(DossierTransferred.class))
        .returns(Samples.PROVINCE, DossierTransferred::from)
        .returns(Samples.MINISTRY, DossierTransferred::to)
        .returns("Ý kiến của công an", DossierTransferred::reason);
    assertThat(moved.state())
        .returns(Status.CHECKING, DossierState::status)
        .returns(Samples.MINISTRY, DossierState::inCharge)
        .returns(Samples.CODE, DossierState::code);
    assertThat(moved.state().managingAgencies())
        .as("the province still manages the aid")
        .containsExactly(Samples.PROVINCE);
    var accepted =
        asked
            .after(reclassify(SECURITY, day(4)))
            .after(RoadSamples.FOCAL_RECEPTION, Samples.accept(day(6)));
    assertThat(accepted.state().status())
        .as("opinions that were given stay")
        .isEqualTo(Status.APPRAISING);
    assertThat(last(accepted, "appraisal"))
        .returns(day(6), l -> l.started().from())
        .returns(2, l -> l.started().segment());
  }

  @Test
  void e19_silenceIsNoConsentButTheAppraisalIsConcludedAndNamesTheSilent() {
    var concluded =
        RoadSamples.asked(life())
            .after(RoadSamples.FINANCE, RoadSamples.answer(RoadLaw.FINANCE, day(3)))
            .as(RoadSamples.LEAD_APPRAISER)
            .when(RoadSamples.conclude(day(20)));
    assertThat(concluded.the(AppraisalConcluded.class).silent()).containsExactly(RoadLaw.UNION);
  }

  @Test
  void e20_opinionsThatConflictAreDiscussedInAMeetingAndNothingBreaksTheTie() {
    var conflict =
        RoadSamples.asked(life())
            .after(RoadSamples.FINANCE, RoadSamples.answer(RoadLaw.FINANCE, day(3)))
            .after(
                RoadSamples.UNION,
                new RecordAgencyOpinion(
                    RoadLaw.UNION,
                    day(3),
                    OpinionStance.DISAGREES,
                    "Không nhất trí",
                    Samples.DUTY));
    assertThat(conflict.state().status()).isEqualTo(Status.APPRAISING);
    assertThat(
            conflict
                .after(RoadSamples.convene(day(4), day(6)))
                .after(
                    RoadSamples.conclude(
                        day(6), AppraisalMethod.MEETING, AppraisalFinding.ELIGIBLE))
                .state()
                .status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
  }

  @Test
  void e21_twoRolesInOneAgencyGetOneLetterAndItReachesBoth() {
    var approved = LifeSamples.approved();
    assertThat(approved.state().outcome().owed())
        .filteredOn(a -> a.id().equals(RoadLaw.FINANCE))
        .singleElement()
        .returns(List.of("FINANCE", "PLANNING"), NoticeOwed.Addressee::roles);
    assertThat(approved.after(RoadSamples.informAll(day(9))).state().status())
        .isEqualTo(Status.NOTIFIED);
  }

  @Test
  void e22_aNoticeLimitThatEndsInTheHolidaysEndsOnTheFirstWorkingDay() {
    // Day 56 is Monday 27 April, a day off; 30 April and 1 May follow, then a weekend.
    var decided = RoadSamples.submitted(life()).after(RoadSamples.approve(day(57)));
    assertThat(last(decided, "decision-notice").due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 5, 4)));
  }

  @Test
  void e23_aDecisionWithoutTheOwnerIsNotIssued() {
    RoadSamples.submitted(life())
        .as(DECIDER)
        .when(RoadSamples.approve(day(8), ContentBuilder.complete().without(DecisionPart.OWNER)))
        .thenRejected(RejectionCode.DECISION_CONTENT_MISSING)
        .at("content.owner");
  }

  @Test
  void e24_aDecisionWithoutTheSplitOfTheGrantIsNotIssued() {
    RoadSamples.submitted(life())
        .as(DECIDER)
        .when(
            RoadSamples.approve(
                day(8), ContentBuilder.complete().without(DecisionPart.GRANT_SPLIT)))
        .thenRejected(RejectionCode.DECISION_CONTENT_MISSING)
        .at("content.grantManagedByRecipient");
  }

  @Test
  void e27_whatShowsTheBeginningIsOnRecordAndNothingIsRevokedByItself() {
    assertThat(Arrays.stream(Evidence.values()).map(Enum::name))
        .containsExactly("FIRST_TRANSFER", "CONTRACT", "ACTIVITY", "GOODS_RECEIVED", "OTHER");
    var begun = notified().after(start(day(20)));
    assertThat(begun.state().life().start().evidence()).isEqualTo(Evidence.FIRST_TRANSFER);
    assertThat(last(begun, "not-started").standing(Samples.CALENDAR))
        .isEqualTo(Standing.DONE_ON_TIME);
    // Late it may still begin: the authority may revoke, and need not.
    var late = notified().after(start(day(200)));
    assertThat(late.state().status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(last(late, "not-started").standing(Samples.CALENDAR)).isEqualTo(Standing.DONE_LATE);
  }

  @Test
  void e28_whoeverRevokesTheManagingAgencyTellsTheProvider() {
    var revoked =
        LifeSamples.primeMinisters()
            .after(RoadSamples.FOCAL_CLERK, LifeSamples.revoke(day(40), "Sample Budget Act 5"));
    assertThat(Awaited.of(revoked.state()))
        .singleElement()
        .returns(Awaited.What.NOTICE, Awaited::what)
        .returns(Samples.PROVINCE, Awaited::agency);
    revoked
        .as(RoadSamples.FOCAL_CLERK)
        .when(RoadSamples.inform(day(41), NoticeOwed.PROVIDER))
        .thenRejected(RejectionCode.NOT_THE_MANAGING_AGENCY);
  }

  @Test
  void e33_aDonorsChangeOfMindEndsTheCaseInAStateOfItsOwn() {
    var withdrawn = RoadSamples.submitted(life()).after(Samples.withdraw(day(7)));
    assertThat(withdrawn.state())
        .returns(Status.WITHDRAWN, DossierState::status)
        .returns(true, DossierState::over);
    assertThat(running(withdrawn)).isEmpty();
  }

  @Test
  void e36_aRecipientThatMovesToAnotherProvinceHasAnotherManagingAgencyAndItsClock() {
    var moved =
        RoadSamples.asked(life())
            .after(transfer(Samples.OTHER_PROVINCE, Cause.CHANGE_OF_COMPETENCE, day(4)));
    assertThat(moved.state())
        .returns(Status.CHECKING, DossierState::status)
        .returns(Samples.OTHER_PROVINCE, DossierState::inCharge)
        .returns(Samples.CODE, DossierState::code);
    assertThat(moved.state().managingAgencies()).containsExactly(Samples.OTHER_PROVINCE);
    assertThat(last(moved, "appraisal").reason()).isEqualTo(Reason.CASE_MOVED);
    var accepted =
        moved.after(
            new Actor("mc", Role.RECEPTION_OFFICER, Samples.OTHER_PROVINCE),
            Samples.accept(day(6)));
    assertThat(last(accepted, "appraisal").started().from()).isEqualTo(day(6));
    assertThat(accepted.state().approverAgencies()).containsExactly(Samples.OTHER_PROVINCE);
  }

  @Test
  void e37_aMergedProvincesSuccessorInheritsCodeAndClocks() {
    var before = RoadSamples.asked(life());
    var moved = before.after(transfer(Samples.OTHER_PROVINCE, Cause.SUCCESSION, day(4)));
    assertThat(moved.state())
        .returns(Status.CONSULTING, DossierState::status)
        .returns(Samples.CODE, DossierState::code)
        .returns(Samples.OTHER_PROVINCE, DossierState::inCharge);
    assertThat(moved.state().managingAgencies()).containsExactly(Samples.OTHER_PROVINCE);
    assertThat(moved.state().approverAgencies()).containsExactly(Samples.OTHER_PROVINCE);
    assertThat(moved.state().runningLimits().map(l -> l.started().from()).toList())
        .isEqualTo(before.state().runningLimits().map(l -> l.started().from()).toList());
  }

  @Test
  void e38_whatCameInBeforeTheApprovalIsRecordedAndHeldAndNothingIsDisbursed() {
    var held = RoadSamples.asked(life()).after(LifeSamples.earlyReceipt(day(2)));
    assertThat(held.state())
        .returns(Status.CONSULTING, DossierState::status)
        .returns(1, s -> s.life().earlyReceipts().size());
    held.when(LifeSamples.disburse(day(3)))
        .thenRejected(RejectionCode.AID_NOT_APPROVED)
        .under("Sample Act", "4.1");
    // It may have come in before the dossier did.
    life()
        .after(Samples.submitComplete())
        .when(LifeSamples.earlyReceipt(day(-30)))
        .the(EarlyReceiptRecorded.class);
    LifeSamples.approved()
        .when(LifeSamples.earlyReceipt(day(9)))
        .thenRejected(RejectionCode.WRONG_STATE);
    held.when(new RecordEarlyReceipt(List.of(), " ", "Kho", "Chuyển sớm", day(3), Samples.DUTY))
        .thenRejected(RejectionCode.NOTHING_RECEIVED)
        .at("amounts");
    held.when(
            new RecordEarlyReceipt(
                List.of(ContentBuilder.money("-1", "EUR")),
                null,
                "Kho",
                "Chuyển sớm",
                day(3),
                Samples.DUTY))
        .thenRejected(RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("amounts[0].amount");
    held.when(
            new RecordEarlyReceipt(
                List.of(), "Máy lọc nước", " ", "Chuyển sớm", day(3), Samples.DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("heldBy");
  }

  private static SubmitDossier filed(LocalDate on) {
    var s = Samples.submitComplete();
    return new SubmitDossier(
        on, s.channel(), s.filedWith(), s.applicant(), s.sets(), s.aid(), s.documents(), s.act());
  }

  @Test
  void e41_theBasisThatIsPrintedIsOfTheRuleSetThatTheDossierIsBoundTo() {
    var p = RoadLaw.PACK;
    var other =
        new RulePack(
            p.id(),
            p.version(),
            "Sample Act 313",
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
            p.road());
    DossierScenario.given()
        .where(c -> RoadLaw.under(c, new Identified(other, "other-digest")))
        .after(Samples.submitIncomplete())
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.GAP_OPEN)
        .under("Sample Act 313", "8.1.a");
  }
}
