package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.accepted;
import static io.vientro.core.dossier.RoadSamples.answer;
import static io.vientro.core.dossier.RoadSamples.answered;
import static io.vientro.core.dossier.RoadSamples.ask;
import static io.vientro.core.dossier.RoadSamples.asked;
import static io.vientro.core.dossier.RoadSamples.conclude;
import static io.vientro.core.dossier.RoadSamples.concluded;
import static io.vientro.core.dossier.RoadSamples.convene;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.submit;
import static io.vientro.core.dossier.Samples.DUTY;
import static io.vientro.core.dossier.TimeLimitLedgerTest.segments;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TimeLimitLedgerTest.Segment;
import io.vientro.core.rules.AgencyParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Meeting, conclusion and submission (Art. 10.3, 10.6). */
class AppraisalTest {

  private static final AppraisalMethod SYNTHESIS = AppraisalMethod.SYNTHESIS_OF_OPINIONS;
  private static final AppraisalFinding ELIGIBLE = AppraisalFinding.ELIGIBLE;

  @Test
  void aMeetingIsConvened() {
    asked()
        .as(LEAD_APPRAISER)
        .when(convene(day(2), day(4)))
        .then(new AppraisalMeetingConvened(day(2), day(4), List.of(RoadLaw.FINANCE), DUTY));
  }

  @Test
  void aFurtherMeetingTakesThePlaceOfTheOneBefore() {
    var twice = asked().after(convene(day(2), day(4))).after(convene(day(3), day(9)));
    assertThat(twice.state().appraisal().meeting().meetingOn()).isEqualTo(day(9));
    twice
        .as(LEAD_APPRAISER)
        .when(conclude(day(5), AppraisalMethod.MEETING, ELIGIBLE))
        .thenRejected(RejectionCode.MEETING_NOT_HELD);
  }

  @Test
  void whoIsInvitedIsKnownAndNamedOnce() {
    var lead = asked().as(LEAD_APPRAISER);
    lead.when(inviting(RoadLaw.FINANCE, "so-khong-co"))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("invited[1]")
        .saying("agency", "so-khong-co");
    lead.when(inviting(RoadLaw.FINANCE, RoadLaw.UNION, RoadLaw.FINANCE))
        .thenRejected(RejectionCode.AGENCY_REPEATED)
        .at("invited[2]")
        .saying("agency", RoadLaw.FINANCE);
    assertThat(lead.when(inviting()).events()).hasSize(1);
  }

  @Test
  void aMeetingIsNotHeldBeforeItsInvitationAndMayLieInTheFuture() {
    var lead = asked().as(LEAD_APPRAISER);
    lead.when(convene(day(4), day(3)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("meetingOn")
        .saying("step", day(4).toString());
    assertThat(lead.when(convene(day(4), day(4))).events()).hasSize(1);
    assertThat(lead.when(convene(TODAY, TODAY.plusDays(7))).events()).hasSize(1);
  }

  @Test
  void anInvitationIsNeitherOlderThanAcceptanceNorOfTomorrow() {
    var lead = asked().as(LEAD_APPRAISER);
    lead.when(convene(day(-1), day(3)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("convenedOn");
    lead.when(convene(TODAY.plusDays(1), TODAY.plusDays(2)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("convenedOn");
  }

  @Test
  void theConclusionNamesWhatItLookedAtAndEndsTheAppraisalLimit() {
    var outcome = answered().as(LEAD_APPRAISER).when(conclude(day(5)));
    outcome.then(
        new AppraisalConcluded(
            day(5),
            SYNTHESIS,
            ELIGIBLE,
            "Đủ điều kiện",
            List.of(),
            new Grounds(
                "road-digest",
                "registry-digest",
                AgencyParameters.NONE.sha256(),
                Samples.CALENDAR.sha256()),
            DUTY),
        new TimeLimitEnded("appraisal", 1, day(5), Reason.FULFILLED),
        new TimeLimitEnded("oversight", 1, day(5), Reason.FULFILLED));
    assertThat(outcome.state().runningLimits()).isEmpty();
  }

  @Test
  void whoStaysSilentDoesNotStandInTheWayAndIsNamed() {
    var outcome =
        asked().after(answer(RoadLaw.FINANCE, day(3))).as(LEAD_APPRAISER).when(conclude(day(5)));
    assertThat(outcome.the(AppraisalConcluded.class).silent()).containsExactly(RoadLaw.UNION);
  }

  @Test
  void whoWasNeverAskedStandsInTheWay() {
    accepted()
        .after(ask(RoadLaw.UNION, day(1)))
        .as(LEAD_APPRAISER)
        .when(conclude(day(5)))
        .thenRejected(RejectionCode.CONSULTEE_NOT_ASKED)
        .under("Sample Act", "10.2.a, 10.2.b")
        .saying("consultees", RoadLaw.FINANCE);
    accepted()
        .as(LEAD_APPRAISER)
        .when(conclude(day(5)))
        .thenRejected(RejectionCode.CONSULTEE_NOT_ASKED)
        .saying("consultees", RoadLaw.FINANCE + ", " + RoadLaw.UNION);
  }

  @Test
  void aRoleWithoutAnAgencyStandsInTheWayUntilSomebodyWasAskedInIt() {
    var defence =
        accepted(Samples.aidAbout(SubjectTag.DEFENCE))
            .after(ask(RoadLaw.FINANCE, day(1)))
            .after(ask(RoadLaw.UNION, day(1)))
            .after(ask(RoadLaw.RELATED, day(1)));
    defence
        .as(LEAD_APPRAISER)
        .when(conclude(day(5)))
        .thenRejected(RejectionCode.CONSULTEE_NOT_ASKED)
        .under("Sample Act", "10.2.e")
        .saying("consultees", "BORDER_GUARD");
    var inRole =
        new RequestAgencyOpinion(Samples.MINISTRY, "BORDER_GUARD", day(1), null, null, DUTY);
    assertThat(defence.after(inRole).after(conclude(day(5))).state().status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
  }

  @Test
  void whoNeedNotBeAskedStandsInNobodysWay() {
    var recovery = AidBuilder.of(Samples.aid()).purpose(Purpose.CONSEQUENCE_RECOVERY);
    assertThat(accepted(recovery.build()).after(conclude(day(5))).state().status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
  }

  @Test
  void anOpenQuestionStandsInTheWayOfTheConclusionButNotOfTheAsking() {
    var programme =
        AidBuilder.of(Samples.aid())
            .purpose(Purpose.CONSEQUENCE_RECOVERY)
            .modality(Modality.PROGRAMME)
            .build();
    var open =
        accepted(programme).after(ask(RoadLaw.FINANCE, day(1))).after(ask(RoadLaw.UNION, day(1)));
    open.as(LEAD_APPRAISER)
        .when(conclude(day(5)))
        .thenRejected(RejectionCode.QUESTION_OPEN)
        .under("Sample Act", "10.4")
        .saying("question", "programme-exempt");
    assertThat(
            open.after(Samples.decide(day(2), "programme-exempt", "COMPULSORY"))
                .after(conclude(day(5)))
                .state()
                .status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
  }

  @Test
  void aConclusionSaysSomething() {
    answered()
        .as(LEAD_APPRAISER)
        .when(new ConcludeAppraisal(day(5), SYNTHESIS, ELIGIBLE, " ", DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("summary");
  }

  @Test
  void aConclusionIsNeitherOlderThanTheOpinionsNorOfTomorrow() {
    var lead = answered().as(LEAD_APPRAISER);
    lead.when(conclude(day(2)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("concludedOn")
        .saying("step", day(3).toString());
    lead.when(conclude(TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("concludedOn");
    assertThat(lead.when(conclude(day(3))).state().status()).isEqualTo(Status.APPRAISAL_CONCLUDED);
    asked()
        .as(LEAD_APPRAISER)
        .when(conclude(day(0)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .saying("step", day(1).toString());
  }

  @Test
  void aMeetingConcludesOnceItWasHeld() {
    var meeting = AppraisalMethod.MEETING;
    answered()
        .as(LEAD_APPRAISER)
        .when(conclude(day(5), meeting, ELIGIBLE))
        .thenRejected(RejectionCode.MEETING_NOT_HELD)
        .at("method");
    var convened = answered().after(convene(day(3), day(6))).as(LEAD_APPRAISER);
    convened.when(conclude(day(5), meeting, ELIGIBLE)).thenRejected(RejectionCode.MEETING_NOT_HELD);
    assertThat(convened.when(conclude(day(6), meeting, ELIGIBLE)).state().status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
    // A meeting that was convened does not forbid to conclude on paper.
    assertThat(convened.when(conclude(day(5))).state().status())
        .isEqualTo(Status.APPRAISAL_CONCLUDED);
  }

  @Test
  void theSubmissionNamesWhoDecides() {
    concluded()
        .as(LEAD_APPRAISER)
        .when(submit(day(6)))
        .then(new SubmittedForDecision(day(6), "HEAD_OF_MANAGING_AGENCY", Samples.PROVINCE, DUTY));
    assertThat(RoadSamples.submittedToPrimeMinister().state().outcome().submission())
        .returns("PRIME_MINISTER", SubmittedForDecision::approver)
        .returns(RoadLaw.GOVERNMENT_OFFICE, SubmittedForDecision::approverAgency);
  }

  @Test
  void anAppraisalThatFindsAgainstTheAidIsSubmittedToo() {
    assertThat(
            answered()
                .after(conclude(day(5), SYNTHESIS, AppraisalFinding.NOT_ELIGIBLE))
                .after(submit(day(6)))
                .state()
                .status())
        .isEqualTo(Status.SUBMITTED_FOR_DECISION);
  }

  @Test
  void aSubmissionIsNeitherOlderThanTheConclusionNorOfTomorrow() {
    var lead = concluded().as(LEAD_APPRAISER);
    lead.when(submit(day(4)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("submittedOn")
        .saying("step", day(5).toString());
    lead.when(submit(TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("submittedOn");
    assertThat(lead.when(submit(day(5))).events()).hasSize(1);
  }

  @Test
  void theSignatureHasALimitOnlyWhereTheAgencySetOne() {
    assertThat(segments(RoadSamples.submitted()))
        .extracting(Segment::limit)
        .doesNotContain("signature");
    var limited =
        concluded().where(RoadSamples.parameter("signature-days", "5")).after(submit(day(6)));
    assertThat(segments(limited)).contains(new Segment("signature", 1, day(6), null, null));
    assertThat(segments(limited.after(RoadSamples.approve(day(8)))))
        .contains(new Segment("signature", 1, day(6), day(8), Reason.FULFILLED));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"ACCEPTED", "CONSULTING", "APPRAISING", "APPRAISAL_MEETING"})
  void afterASupplementTheAppraisalGoesOnWhereItStoodAndItsLimitRunsAnew(Status status) {
    var back = RoadSamples.at(status).after(Samples.requestSupplement(day(5), null));
    assertThat(back.state().stoppedLimits())
        .extracting(l -> l.started().limit())
        .containsExactly("appraisal");
    var again = back.after(Samples.correct(day(7), Samples.aid())).after(Samples.accept(day(8)));
    assertThat(again.state().status()).isEqualTo(status);
    assertThat(again.state().stoppedLimits()).isEmpty();
    assertThat(segments(again))
        .containsExactly(
            new Segment("appraisal", 1, Samples.DAY, day(5), Reason.RETURNED_FOR_SUPPLEMENT),
            new Segment("oversight", 1, Samples.DAY, null, null),
            new Segment("appraisal", 2, day(8), null, null));
  }

  @Test
  void anAnswerThatCameMeanwhileCountsWhereTheAppraisalGoesOn() {
    var again =
        accepted()
            .after(ask(RoadLaw.FINANCE, day(1)))
            .after(Samples.requestSupplement(day(2), null))
            .after(answer(RoadLaw.FINANCE, day(3)))
            .after(Samples.correct(day(4), Samples.aid()))
            .after(Samples.accept(day(5)));
    assertThat(again.state().status()).isEqualTo(Status.APPRAISING);
  }

  private static ConveneAppraisalMeeting inviting(String... agencies) {
    return new ConveneAppraisalMeeting(day(2), day(4), List.of(agencies), DUTY);
  }
}
