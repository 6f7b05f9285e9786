package io.vientro.core.dossier;

import static io.vientro.core.dossier.LifeSamples.notified;
import static io.vientro.core.dossier.LifeSamples.primeMinisters;
import static io.vientro.core.dossier.LifeSamples.revoke;
import static io.vientro.core.dossier.LifeSamples.revoked;
import static io.vientro.core.dossier.LifeSamples.started;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DECIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An approval is revoked (Art. 4.7): by whom, on which basis, and who is told. */
class RevocationTest {
  /** Six months after the decision of 10 March; a Thursday. */
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 10);

  @Test
  void whatDidNotBeginInTimeMayBeRevokedAndNotBefore() {
    var due = ImplementationTest.last(notified(), "not-started").due(Samples.CALENDAR);
    assertThat(due.date()).isEqualTo(LAST_DAY);
    notified()
        .on(LAST_DAY)
        .as(DECIDER)
        .when(revoke(LAST_DAY))
        .thenRejected(RejectionCode.REVOCATION_NOT_OPEN)
        .at("legalBasis")
        .under("Sample Act", "4.7")
        .saying("limit", "not-started");
    notified()
        .on(LAST_DAY.plusDays(1))
        .as(DECIDER)
        .when(revoke(LAST_DAY.plusDays(1)))
        .the(AidRevoked.class);
  }

  @Test
  void whatBeganIsNotRevokedOnThisGround() {
    started().as(DECIDER).when(revoke(day(250))).thenRejected(RejectionCode.REVOCATION_NOT_OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sample Budget Act 14.7", "Sample Act 4.71", "Sample Anti-Fraud Act"})
  void onAnotherLawItIsForThatLawToSay(String basis) {
    started().as(DECIDER).when(revoke(day(30), basis)).the(AidRevoked.class);
  }

  @Test
  void itEndsEverythingAndTheManagingAgencyTellsTheProvider() {
    var revoked = revoked().state();
    assertThat(revoked)
        .returns(Status.REVOKED, DossierState::status)
        .returns(false, DossierState::over);
    assertThat(revoked.runningLimits()).isEmpty();
    assertThat(revoked.outcome().outstanding())
        .containsExactly(
            new NoticeOwed.Addressee(NoticeOwed.PROVIDER, List.of(NoticeOwed.PROVIDER), "4.7"));
    assertThat(Awaited.of(revoked))
        .singleElement()
        .returns(Awaited.What.NOTICE, Awaited::what)
        .returns(Samples.PROVINCE, Awaited::agency);
    revoked()
        .as(RoadSamples.CLERK)
        .when(RoadSamples.inform(day(249), NoticeOwed.PROVIDER))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
    var told = revoked().after(RoadSamples.inform(day(251), NoticeOwed.PROVIDER)).state();
    assertThat(told)
        .returns(Status.REVOKED, DossierState::status)
        .returns(true, DossierState::over);
    assertThat(Awaited.of(told)).isEmpty();
  }

  @Test
  void whatTheRevokedDecisionStillOwedNobodyNeedsToBeTold() {
    var revoked = LifeSamples.approved().after(revoke(day(250)));
    assertThat(revoked.state().outcome().outstanding())
        .extracting(NoticeOwed.Addressee::id)
        .containsExactly(NoticeOwed.PROVIDER);
  }

  @Test
  void onlyWhoDecidedRevokes() {
    notified()
        .as(new Actor("khac", Role.DECISION_MAKER, Samples.OTHER_PROVINCE))
        .when(revoke(day(250)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .saying("agency", Samples.PROVINCE);
    primeMinisters()
        .as(DECIDER)
        .when(revoke(day(250), "Sample Budget Act 5"))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .saying("agency", RoadLaw.GOVERNMENT_OFFICE);
    // He does not work here: the clerk of the receiving agency records it.
    var recorded =
        primeMinisters()
            .as(RoadSamples.FOCAL_CLERK)
            .when(revoke(day(250), "Sample Budget Act 5"))
            .the(AidRevoked.class);
    assertThat(recorded)
        .returns("PRIME_MINISTER", AidRevoked::decidedBy)
        .returns(true, AidRevoked::recordedByClerk);
  }

  @Test
  void aRevocationIsADecisionOnPaperWithReasonAndBasis() {
    notified()
        .as(DECIDER)
        .when(new RevokeAid(day(250), "Lý do", "Sample Act 4.7", Samples.DUTY))
        .thenRejected(RejectionCode.DOCUMENT_MISSING);
    notified()
        .as(DECIDER)
        .when(new RevokeAid(day(250), "Lý do", " ", RoadSamples.paper(day(250))))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("legalBasis");
    notified()
        .as(DECIDER)
        .when(revoke(day(7), "Sample Budget Act 5"))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
  }

  @Test
  void withoutTheLimitNothingHasPassed() {
    var without =
        notified()
            .after(
                new WaiveDuty("not-started", null, "Lý do", "Sample Act 9", day(20), Samples.DUTY));
    without.as(DECIDER).when(revoke(day(250))).the(AidRevoked.class);
  }
}
