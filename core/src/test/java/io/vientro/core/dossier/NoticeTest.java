package io.vientro.core.dossier;

import static io.vientro.core.dossier.NoticeOwed.PROVIDER;
import static io.vientro.core.dossier.RoadSamples.CLERK;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.approve;
import static io.vientro.core.dossier.RoadSamples.approved;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.inform;
import static io.vientro.core.dossier.RoadSamples.informAll;
import static io.vientro.core.dossier.RoadSamples.refused;
import static io.vientro.core.dossier.TimeLimitLedgerTest.segments;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.NoticeOwed.Addressee;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TimeLimitLedgerTest.Segment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom the outcome must reach, and when that is done (Art. 11.2, 10.3). */
class NoticeTest {

  @Test
  void anAgencyThatPlaysTwoRolesIsOwedOneLetter() {
    assertThat(approved().state().outcome().owed())
        .containsExactly(
            new Addressee(PROVIDER, List.of(PROVIDER), "11.2.a"),
            new Addressee(RoadLaw.FINANCE, List.of("FINANCE", "PLANNING"), "11.2.b, 11.2.c"));
  }

  @Test
  void aRefusalIsOwedToWhomTheLawNamesForRefusals() {
    assertThat(refused().state().outcome().owed())
        .containsExactly(new Addressee(PROVIDER, List.of(PROVIDER), "10.3"));
    assertThat(refused().after(inform(day(9), PROVIDER)).state().status())
        .isEqualTo(Status.NOTIFIED);
  }

  @Test
  void aRoleWithoutAnAgencyIsOwedTheLetterByItsName() {
    var defence =
        RoadSamples.accepted(Samples.aidAbout(SubjectTag.DEFENCE))
            .after(RoadSamples.ask(RoadLaw.FINANCE, day(1)))
            .after(RoadSamples.ask(RoadLaw.UNION, day(1)))
            .after(
                new RequestAgencyOpinion(
                    RoadLaw.RELATED, "BORDER_GUARD", day(1), null, null, Samples.DUTY))
            .after(RoadSamples.conclude(day(5)))
            .after(RoadSamples.submit(day(6)))
            .after(approve(day(8)));
    assertThat(defence.state().outcome().owed()).extracting(Addressee::id).contains("BORDER_GUARD");
    assertThat(
            defence.after(informAll(day(9))).after(inform(day(9), "BORDER_GUARD")).state().status())
        .isEqualTo(Status.NOTIFIED);
  }

  @Test
  void theNoticeIsDoneOnceItReachedEverybody() {
    var first = approved().after(inform(day(9), PROVIDER));
    assertThat(first.state())
        .returns(Status.APPROVED, DossierState::status)
        .returns(1, s -> s.outcome().outstanding().size());
    assertThat(segments(first)).contains(new Segment("decision-notice", 1, day(8), null, null));
    var second = first.after(inform(day(11), RoadLaw.FINANCE));
    assertThat(second.state().status()).isEqualTo(Status.NOTIFIED);
    assertThat(second.state().outcome().notified())
        .isEqualTo(Map.of(PROVIDER, day(9), RoadLaw.FINANCE, day(11)));
    assertThat(segments(second))
        .contains(new Segment("decision-notice", 1, day(8), day(11), Reason.FULFILLED));
    assertThat(second.state().runningLimits()).isEmpty();
  }

  @Test
  void theLastLetterEndsTheLimitEvenIfItIsRecordedFirst() {
    var done = approved().after(inform(day(11), RoadLaw.FINANCE)).after(inform(day(9), PROVIDER));
    assertThat(segments(done))
        .contains(new Segment("decision-notice", 1, day(8), day(11), Reason.FULFILLED));
  }

  @Test
  void furtherAgenciesMayBeToldBeforeAndAfter() {
    var more =
        approved()
            .after(inform(day(8), RoadLaw.RELATED))
            .after(informAll(day(9)))
            .after(inform(day(20), RoadLaw.UNION));
    assertThat(more.state().status()).isEqualTo(Status.NOTIFIED);
    assertThat(more.state().outcome().notified())
        .containsOnlyKeys(PROVIDER, RoadLaw.FINANCE, RoadLaw.RELATED, RoadLaw.UNION);
  }

  @Test
  void theManagingAgencyNotifiesEvenWhereTheMinistryRecordedTheDecision() {
    var decided =
        RoadSamples.submittedToPrimeMinister().after(RoadSamples.FOCAL_CLERK, approve(day(8)));
    decided
        .as(RoadSamples.FOCAL_CLERK)
        .when(informAll(day(9)))
        .thenRejected(RejectionCode.NOT_THE_MANAGING_AGENCY)
        .under("Sample Act", "11.2.a")
        .saying("agency", Samples.PROVINCE);
    assertThat(decided.after(informAll(day(9))).state().status()).isEqualTo(Status.NOTIFIED);
  }

  @Test
  void aNoticeGoesToSomebody() {
    approved()
        .as(CLERK)
        .when(inform(day(9)))
        .thenRejected(RejectionCode.NO_ADDRESSEE)
        .at("addressees");
  }

  @Test
  void addresseesAreKnownAndNamedOnce() {
    approved()
        .as(CLERK)
        .when(inform(day(9), PROVIDER, "so-khong-co"))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("addressees[1]")
        .saying("agency", "so-khong-co");
    approved()
        .as(CLERK)
        .when(inform(day(9), PROVIDER, PROVIDER))
        .thenRejected(RejectionCode.ADDRESSEE_REPEATED)
        .at("addressees[1]")
        .saying("addressee", PROVIDER);
  }

  @Test
  void nobodyIsNotifiedTwice() {
    approved()
        .after(inform(day(9), PROVIDER))
        .as(CLERK)
        .when(inform(day(10), RoadLaw.FINANCE, PROVIDER))
        .thenRejected(RejectionCode.ADDRESSEE_ALREADY_NOTIFIED)
        .at("addressees[1]")
        .saying("addressee", PROVIDER)
        .saying("date", day(9).toString());
  }

  @Test
  void aNoticeIsNeitherOlderThanTheDecisionNorOfTomorrow() {
    for (var decided : List.of(approved(), refused())) {
      decided
          .as(CLERK)
          .when(inform(day(7), PROVIDER))
          .thenRejected(RejectionCode.DATE_BEFORE_STEP)
          .at("notifiedOn")
          .saying("step", day(8).toString());
      decided
          .as(CLERK)
          .when(inform(TODAY.plusDays(1), PROVIDER))
          .thenRejected(RejectionCode.DATE_IN_FUTURE)
          .at("notifiedOn");
      assertThat(decided.as(CLERK).when(inform(day(8), PROVIDER)).events()).isNotEmpty();
    }
  }

  @Test
  void aRefusalsNoticeEndsTheAgencysOwnLimit() {
    var limited =
        RoadSamples.submitted()
            .where(RoadSamples.parameter("refusal-days", "7"))
            .after(RoadSamples.refuse(day(8)))
            .after(inform(day(10), PROVIDER));
    assertThat(segments(limited))
        .contains(new Segment("refusal-notice", 1, day(8), day(10), Reason.FULFILLED));
  }
}
