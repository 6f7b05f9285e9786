package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.answered;
import static io.vientro.core.dossier.RoadSamples.concluded;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.stop;
import static io.vientro.core.dossier.Samples.DUTY;
import static io.vientro.core.dossier.TimeLimitLedgerTest.segments;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TimeLimitLedgerTest.Segment;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A case that ends before it is decided: by the applicant, or by the agency. */
class StopAndWithdrawTest {

  @Test
  void aStopNamesItsReasonAndEndsWhatRuns() {
    var outcome = answered().as(LEAD_APPRAISER).when(stop(day(4)));
    outcome.then(
        new ProcessingStopped(day(4), "Bên cung cấp giải thể", "Sample One-stop Act 5", DUTY),
        new TimeLimitEnded("appraisal", 1, day(4), Reason.CASE_ENDED),
        new TimeLimitEnded("oversight", 1, day(4), Reason.CASE_ENDED));
    assertThat(outcome.state())
        .returns(Status.PROCESSING_STOPPED, DossierState::status)
        .returns(day(4), DossierState::lastStepOn);
  }

  @Test
  void aStopSaysWhyAndOnWhichGround() {
    var lead = answered().as(LEAD_APPRAISER);
    lead.when(new StopProcessing(day(4), " ", "Sample Act 5", DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("reason");
    lead.when(new StopProcessing(day(4), "Giải thể", "", DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("legalBasis");
  }

  @Test
  void aStopIsNeitherOlderThanTheLastStepNorOfTomorrow() {
    var lead = concluded().as(LEAD_APPRAISER);
    lead.when(stop(day(4)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("stoppedOn")
        .saying("step", day(5).toString());
    lead.when(stop(TODAY.plusDays(1))).thenRejected(RejectionCode.DATE_IN_FUTURE).at("stoppedOn");
    assertThat(lead.when(stop(day(5))).state().status()).isEqualTo(Status.PROCESSING_STOPPED);
  }

  @Test
  void theReceiverMayStopWhatAnotherAgencyAppraises() {
    assertThat(answered().as(Samples.RECEPTION).when(stop(day(4))).state().status())
        .isEqualTo(Status.PROCESSING_STOPPED);
    answered()
        .as(Samples.APPRAISER)
        .when(stop(day(4)))
        .thenRejected(RejectionCode.NOT_THE_LEAD_APPRAISER)
        .saying("agency", RoadLaw.LEAD);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {
        "ACCEPTED",
        "CONSULTING",
        "APPRAISING",
        "APPRAISAL_MEETING",
        "APPRAISAL_CONCLUDED",
        "SUBMITTED_FOR_DECISION"
      })
  void theApplicantWithdrawsUntilTheCaseIsDecided(Status status) {
    var withdrawn = RoadSamples.at(status).after(Samples.withdraw(day(7))).state();
    assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawn.runningLimits()).isEmpty();
  }

  @Test
  void aDecidedCaseIsNoLongerTheApplicantsToWithdraw() {
    RoadSamples.approved().when(Samples.withdraw(day(9))).thenRejected(RejectionCode.WRONG_STATE);
  }

  @Test
  void theAgencysLimitForTheSignatureEndsWithTheCase() {
    var withdrawn =
        concluded()
            .where(RoadSamples.parameter("signature-days", "5"))
            .after(RoadSamples.submit(day(6)))
            .after(Samples.withdraw(day(7)));
    assertThat(segments(withdrawn))
        .contains(new Segment("signature", 1, day(6), day(7), Reason.CASE_ENDED));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"RECEPTION_REFUSED", "WITHDRAWN", "PROCESSING_STOPPED"})
  void aCaseThatEndedTakesNothingMore(Status status) {
    var ended = RoadSamples.at(status);
    assertThat(
            EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.ADOPT_RULE_PACK_VERSION).stream()
                .filter(c -> ended.as(Samples.senderOf(c)).admissible(c).isEmpty()))
        .isEmpty();
    assertThat(ended.state().runningLimits()).isEmpty();
    assertThat(Awaited.of(ended.state())).isEmpty();
  }

  @Test
  void aNotifiedCaseTakesFurtherNoticesAndAnApprovedOneALaterVersion() {
    var refused = RoadSamples.refused().after(RoadSamples.inform(RoadSamples.day(9), "PROVIDER"));
    assertThat(
            EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.ADOPT_RULE_PACK_VERSION).stream()
                .filter(c -> refused.as(Samples.senderOf(c)).admissible(c).isEmpty()))
        .containsExactly(CommandName.NOTIFY_OUTCOME);
    var notified = RoadSamples.at(Status.NOTIFIED);
    assertThat(
            EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.ADOPT_RULE_PACK_VERSION).stream()
                .filter(c -> notified.as(Samples.senderOf(c)).admissible(c).isEmpty()))
        .containsExactly(CommandName.NOTIFY_OUTCOME, CommandName.ADOPT_RULE_PACK_VERSION);
  }
}
