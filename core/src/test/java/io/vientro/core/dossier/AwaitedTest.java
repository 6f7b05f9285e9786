package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.accepted;
import static io.vientro.core.dossier.RoadSamples.answer;
import static io.vientro.core.dossier.RoadSamples.asked;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Awaited.What;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dossier waits for in each state, from whom, since when and until when. */
class AwaitedTest {

  static Stream<Arguments> everyState() {
    return Stream.of(
        Arguments.of(
            Status.SUBMITTED,
            List.of("CHECK AcceptDossier RECEPTION_OFFICER ubnd-tinh-mau since 0")),
        Arguments.of(
            Status.SUPPLEMENT_REQUESTED,
            List.of("SUPPLEMENT SupplementDossier APPLICANT benh-vien-mau since 0")),
        Arguments.of(
            Status.CHECKING,
            List.of("CHECK AcceptDossier RECEPTION_OFFICER ubnd-tinh-mau since 0")),
        Arguments.of(
            Status.ACCEPTED,
            List.of(
                "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0"
                    + " [appraisal, oversight]",
                "OPINION_REQUEST RequestAgencyOpinion APPRAISER so-ke-hoach-mau since 0")),
        Arguments.of(
            Status.CONSULTING,
            List.of(
                "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0"
                    + " [appraisal, oversight]",
                "OPINION RecordAgencyOpinion CONSULTED_AGENCY tai-chinh-mau since 1",
                "OPINION RecordAgencyOpinion CONSULTED_AGENCY huu-nghi-mau since 1")),
        Arguments.of(
            Status.APPRAISING,
            List.of(
                "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0"
                    + " [appraisal, oversight]")),
        Arguments.of(
            Status.APPRAISAL_MEETING,
            List.of(
                "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0"
                    + " [appraisal, oversight]",
                "OPINION RecordAgencyOpinion CONSULTED_AGENCY tai-chinh-mau since 1",
                "OPINION RecordAgencyOpinion CONSULTED_AGENCY huu-nghi-mau since 1")),
        Arguments.of(
            Status.APPRAISAL_CONCLUDED,
            List.of("SUBMISSION SubmitForDecision APPRAISER so-ke-hoach-mau since 5")),
        Arguments.of(
            Status.SUBMITTED_FOR_DECISION,
            List.of("DECISION ApproveAid DECISION_MAKER ubnd-tinh-mau since 6")),
        Arguments.of(
            Status.APPROVED,
            List.of("NOTICE NotifyOutcome CLERK ubnd-tinh-mau since 8 [decision-notice]")),
        Arguments.of(Status.REFUSED, List.of("NOTICE NotifyOutcome CLERK ubnd-tinh-mau since 8")),
        Arguments.of(
            Status.IMPLEMENTING,
            List.of(
                "IMPLEMENTATION RecordImplementationEnd APPLICANT benh-vien-mau since 20",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]",
                "REPORT SubmitReport CLERK ubnd-tinh-mau since 304 [annual-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 120 [half-year-report]")),
        Arguments.of(
            Status.ADJUSTING,
            List.of(
                "ADJUSTMENT_DECISION ApproveAdjustment DECISION_MAKER ubnd-tinh-mau since 40"
                    + " [adjustment-appraisal]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]",
                "REPORT SubmitReport CLERK ubnd-tinh-mau since 304 [annual-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 120 [half-year-report]")),
        Arguments.of(
            Status.ENDED,
            List.of(
                "HAND_OVER_RESULTS RecordHandOver APPLICANT benh-vien-mau since 100",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]",
                "REPORT SubmitReport CLERK ubnd-tinh-mau since 304 [annual-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 120 [half-year-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 100 [end-report]")),
        Arguments.of(
            Status.HANDED_OVER,
            List.of(
                "CLOSING CloseAid CLERK ubnd-tinh-mau since 110",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]",
                "REPORT SubmitReport CLERK ubnd-tinh-mau since 304 [annual-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 120 [half-year-report]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 100 [end-report]")),
        Arguments.of(
            Status.REVOKED, List.of("NOTICE NotifyOutcome CLERK ubnd-tinh-mau since 250")));
  }

  /** Where limits say what they ask for, each runs against what it asks for. */
  static Stream<Arguments> everyStateWhereLimitsSpeak() {
    return Stream.of(
        Arguments.of(
            Status.ACCEPTED,
            List.of(
                "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0 [appraisal]",
                "OPINION_REQUEST RequestAgencyOpinion APPRAISER so-ke-hoach-mau since 0")),
        Arguments.of(
            Status.APPROVED,
            List.of(
                "NOTICE NotifyOutcome CLERK ubnd-tinh-mau since 8 [decision-notice]",
                "START RecordImplementationStart APPLICANT benh-vien-mau since 8 [not-started]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]")),
        Arguments.of(
            Status.NOTIFIED,
            List.of(
                "START RecordImplementationStart APPLICANT benh-vien-mau since 8 [not-started]",
                "REPORT SubmitReport APPLICANT benh-vien-mau since 8 [clearance]")));
  }

  @ParameterizedTest
  @MethodSource("everyStateWhereLimitsSpeak")
  void aLimitRunsAgainstWhatItAsksFor(Status status, List<String> expected) {
    assertThat(Awaited.of(LifeSamples.at(status).state()))
        .map(AwaitedTest::words)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void anOpinionThatTheLedgerLimitsIsAwaitedOnceAndDueAsTheLedgerSays() {
    var asked =
        RoadSamples.asked(LifeSamples.life().where(RoadSamples.parameter("opinion-days", "3")));
    assertThat(Awaited.of(asked.state()))
        .map(AwaitedTest::words)
        .containsExactly(
            "APPRAISAL ConcludeAppraisal APPRAISER so-ke-hoach-mau since 0 [appraisal]",
            "OPINION RecordAgencyOpinion CONSULTED_AGENCY tai-chinh-mau since 1 [opinion]",
            "OPINION RecordAgencyOpinion CONSULTED_AGENCY huu-nghi-mau since 1 [opinion]");
    // Three working days after Tuesday 3 March.
    assertThat(Awaited.of(asked.state()).getLast().due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 6)));
  }

  @Test
  void anApologyIsADutyOfItsOwnAndMovesNoDueDate() {
    var warned =
        LifeSamples.at(Status.ACCEPTED)
            .on(day(9))
            .after(
                Actor.SYSTEM,
                new RaiseTimeLimit(
                    "appraisal", 1, RaiseTimeLimit.What.WARNING, day(9), Samples.DUTY));
    assertThat(warned.state().runningLimits().map(l -> l.started().limit()))
        .contains("apology-appraisal");
    assertThat(Awaited.of(warned.state()).getFirst().limits())
        .extracting(l -> l.started().limit())
        .containsExactly("appraisal");
  }

  @Test
  void aNoticeOwedAnewIsAwaitedBesideWhatTheStateIsAbout() {
    var adjusted = LifeSamples.adjusting().after(LifeSamples.approveAdjustment(day(45)));
    assertThat(Awaited.of(adjusted.state()))
        .extracting(Awaited::what)
        .startsWith(What.IMPLEMENTATION, What.NOTICE);
  }

  @Test
  void thePrimeMinistersDecisionOnAnAdjustmentIsAwaitedFromHisOffice() {
    var requested = LifeSamples.started().after(LifeSamples.adjust(day(40), RoadSamples.SECURITY));
    assertThat(Awaited.of(requested.state()).getFirst().agency())
        .isEqualTo(RoadLaw.GOVERNMENT_OFFICE);
  }

  @ParameterizedTest
  @MethodSource("everyState")
  void aStateWaitsForThis(Status status, List<String> expected) {
    assertThat(Awaited.of(RoadSamples.at(status).state()))
        .map(AwaitedTest::words)
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {
        "NONE",
        "NOTIFIED",
        "CLOSED",
        "RECEPTION_REFUSED",
        "WITHDRAWN",
        "PROCESSING_STOPPED"
      })
  void whatIsOverWaitsForNothing(Status status) {
    assertThat(Awaited.of(RoadSamples.at(status).state())).isEmpty();
  }

  @Test
  void theTableHasEveryState() {
    assertThat(everyState().map(a -> a.get()[0]).toList())
        .hasSize(Status.values().length - 6)
        .doesNotHaveDuplicates();
  }

  @Test
  void anAnswerIsAwaitedFromTheReceiver() {
    var open =
        RoadSamples.road()
            .after(
                Samples.submit(
                    Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT), Samples.completePapers()));
    assertThat(Awaited.of(open.state()))
        .map(AwaitedTest::words)
        .containsExactly(
            "CHECK AcceptDossier RECEPTION_OFFICER ubnd-tinh-mau since 0",
            "ANSWER DecideOpenQuestion DECISION_MAKER ubnd-tinh-mau since 0");
  }

  @Test
  void whereTheDutyToAskIsOpenTheAnswerIsAwaitedAndNotTheAsking() {
    var programme =
        AidBuilder.of(Samples.aid())
            .purpose(Purpose.CONSEQUENCE_RECOVERY)
            .modality(Modality.PROGRAMME)
            .build();
    assertThat(Awaited.of(accepted(programme).state()))
        .extracting(Awaited::what)
        .containsExactly(What.APPRAISAL, What.ANSWER);
  }

  @Test
  void aHandOverIsAwaitedFromWhoeverItNames() {
    var to = new Custodian(RoadLaw.LEAD, "phong-1", "an");
    var handedOver = accepted().after(RoadSamples.handOver(to, day(2)));
    assertThat(Awaited.of(handedOver.state()))
        .filteredOn(a -> a.what() == What.HAND_OVER)
        .containsExactly(
            new Awaited(
                What.HAND_OVER,
                CommandName.ACCEPT_HAND_OVER,
                null,
                RoadLaw.LEAD,
                "phong-1",
                "an",
                day(2),
                List.of(),
                null));
  }

  @Test
  void itIsAwaitedFromTheOfficerWhoWorksOnItThere() {
    var atLead = new Actor("truong-phong", Role.SUPERVISOR, RoadLaw.LEAD);
    var assigned = accepted().after(atLead, RoadSamples.assign(day(1)));
    assertThat(Awaited.of(assigned.state()).getFirst())
        .returns("chuyen-vien", Awaited::officer)
        .returns("phong-1", Awaited::unit);
    // Somebody at the province is nobody at the lead.
    var elsewhere = accepted().after(RoadSamples.assign(day(1)));
    assertThat(Awaited.of(elsewhere.state()).getFirst()).returns(null, Awaited::officer);
  }

  @Test
  void anApplicantWithoutAnAccountHasNoAgency() {
    var counter =
        RoadSamples.road()
            .after(Samples.RECEPTION, Samples.submitComplete(null, Samples.FOR_APPLICANT))
            .after(Samples.requestSupplement(day(1), null));
    assertThat(Awaited.of(counter.state()).getFirst())
        .returns(What.SUPPLEMENT, Awaited::what)
        .returns(null, Awaited::agency);
  }

  @Test
  void eachOfSeveralManagingAgenciesIsAwaitedForTheNotice() {
    var shared =
        AidBuilder.of(Samples.aid())
            .managingAgencies(Samples.PROVINCE, Samples.OTHER_PROVINCE)
            .build();
    var approved =
        RoadSamples.road()
            .after(Samples.submit(shared, Samples.completePapers()))
            .after(Samples.decide(DAY, "several-agencies", "HEAD_OF_MANAGING_AGENCY"))
            .after(Samples.decide(DAY, "who-leads", "LOCAL_PLANNING"))
            .after(Samples.accept(DAY))
            .after(Samples.APPRAISER, RoadSamples.ask(RoadLaw.FINANCE, day(1)))
            .after(Samples.APPRAISER, RoadSamples.ask(RoadLaw.UNION, day(1)))
            .after(Samples.APPRAISER, RoadSamples.conclude(day(5)))
            .after(Samples.APPRAISER, RoadSamples.submit(day(6)));
    assertThat(Awaited.of(approved.state()))
        .filteredOn(a -> a.what() == What.DECISION)
        .extracting(Awaited::agency)
        .containsExactly(Samples.OTHER_PROVINCE, Samples.PROVINCE);
    assertThat(Awaited.of(approved.after(RoadSamples.approve(day(8))).state()))
        .filteredOn(a -> a.what() == What.NOTICE)
        .extracting(Awaited::agency)
        .containsExactly(Samples.OTHER_PROVINCE, Samples.PROVINCE);
  }

  @Test
  void theDecisionOfThePrimeMinisterIsAwaitedFromHisOffice() {
    assertThat(Awaited.of(RoadSamples.submittedToPrimeMinister().state()))
        .map(AwaitedTest::words)
        .startsWith("DECISION ApproveAid DECISION_MAKER van-phong-mau since 6");
  }

  @Test
  void aSilentAgencyIsStillAwaitedUntilTheCaseIsDecided() {
    var silent = asked().after(RoadSamples.conclude(day(5))).after(RoadSamples.submit(day(6)));
    assertThat(Awaited.of(silent.state()))
        .extracting(Awaited::what)
        .containsExactly(What.DECISION, What.OPINION, What.OPINION);
    assertThat(Awaited.of(silent.after(RoadSamples.approve(day(8))).state()))
        .extracting(Awaited::what)
        .containsExactly(What.NOTICE);
  }

  @Test
  void aLateOpinionDoesNotMoveTheDaySinceWhichTheSubmissionIsAwaited() {
    var late = asked().after(RoadSamples.conclude(day(5))).after(answer(RoadLaw.FINANCE, day(20)));
    assertThat(Awaited.of(late.state()).getFirst().since()).isEqualTo(day(5));
  }

  @Test
  void theFirstOfTheLimitsSaysWhenItIsDue() {
    // 11 days after Monday 2 March is Friday 13 March; the other limit runs 40 days.
    assertThat(Awaited.of(accepted().state()).getFirst().due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 13)));
    assertThat(Awaited.of(RoadSamples.concluded().state()).getFirst().due(Samples.CALENDAR))
        .isNull();
  }

  @Test
  void anOpinionIsDueByItsOwnLetterAndNotByTheAppraisalsLimit() {
    var byLetter =
        accepted()
            .after(
                new RequestAgencyOpinion(RoadLaw.FINANCE, null, day(1), day(6), null, Samples.DUTY))
            .after(RoadSamples.ask(RoadLaw.UNION, day(1)));
    var opinions =
        Awaited.of(byLetter.state()).stream().filter(a -> a.what() == What.OPINION).toList();
    assertThat(opinions.getFirst().due(Samples.CALENDAR)).isEqualTo(new DueDate.On(day(6)));
    assertThat(opinions.getLast().due(Samples.CALENDAR)).isNull();
  }

  private static String words(Awaited a) {
    var limits = a.limits().stream().map(l -> l.started().limit()).toList();
    return "%s %s %s %s since %s%s"
        .formatted(
            a.what(),
            a.command().commandName(),
            a.role(),
            a.agency(),
            DAY.until(a.since(), ChronoUnit.DAYS),
            limits.isEmpty() ? "" : " " + limits);
  }
}
