package io.vientro.core.dossier;

import static io.vientro.core.dossier.LifeSamples.close;
import static io.vientro.core.dossier.LifeSamples.disburse;
import static io.vientro.core.dossier.LifeSamples.end;
import static io.vientro.core.dossier.LifeSamples.ended;
import static io.vientro.core.dossier.LifeSamples.handOverResults;
import static io.vientro.core.dossier.LifeSamples.handedOver;
import static io.vientro.core.dossier.LifeSamples.notified;
import static io.vientro.core.dossier.LifeSamples.report;
import static io.vientro.core.dossier.LifeSamples.reported;
import static io.vientro.core.dossier.LifeSamples.start;
import static io.vientro.core.dossier.LifeSamples.started;
import static io.vientro.core.dossier.RoadSamples.CLERK;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DUTY;
import static io.vientro.core.dossier.Samples.FOR_APPLICANT;
import static io.vientro.core.dossier.Samples.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.RecordDisbursement.ManagedBy;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the beginning of the implementation to the settlement (Art. 4, 13 to 15, 18). */
class ImplementationTest {

  /** What runs of a case, with its period where it has one. */
  static List<String> running(DossierScenario scenario) {
    return scenario
        .state()
        .runningLimits()
        .map(LimitSegment::started)
        .map(s -> s.period() == null ? s.limit() : s.limit() + " " + s.period())
        .toList();
  }

  static LimitSegment last(DossierScenario scenario, String limit) {
    return scenario.state().limits().stream()
        .filter(l -> l.started().limit().equals(limit))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static SubmitReport annual(LocalDate on) {
    return new SubmitReport("annual-report", "2026", on, "Đủ", null, DUTY);
  }

  @Test
  void theBeginningEndsTheSixMonthsAndOpensTheRecurringReports() {
    assertThat(running(notified())).containsExactly("not-started", "clearance");
    assertThat(last(started(), "not-started"))
        .returns(Reason.FULFILLED, LimitSegment::reason)
        .returns(day(20), LimitSegment::endedOn);
    assertThat(running(started()))
        .containsExactly("clearance", "annual-report 2026", "half-year-report 2026-H1");
    assertThat(started().state())
        .returns(Status.IMPLEMENTING, DossierState::status)
        .returns(day(20), DossierState::lastStepOn);
  }

  @Test
  void itMayBeginBeforeEverybodyWasNotifiedSinceTheLawAsksForTheApproval() {
    var begun = LifeSamples.approved().after(start(day(9)));
    assertThat(begun.state().status()).isEqualTo(Status.IMPLEMENTING);
    var told = begun.after(RoadSamples.informAll(day(10)));
    assertThat(told.state().status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(last(told, "decision-notice"))
        .returns(Reason.FULFILLED, LimitSegment::reason)
        .returns(day(10), LimitSegment::endedOn);
  }

  @Test
  void itBeginsNotBeforeTheApprovalAndOnlyOnce() {
    notified()
        .when(start(day(7)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("startedOn")
        .under("Sample Act", "4.1")
        .saying("step", day(8).toString());
    started()
        .after(LifeSamples.adjust(day(40)))
        .when(start(day(41)))
        .thenRejected(RejectionCode.IMPLEMENTATION_STARTED_BEFORE)
        .saying("date", day(20).toString());
    notified()
        .when(
            new RecordImplementationStart(
                day(20), RecordImplementationStart.Evidence.OTHER, " ", OWN))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("description");
    notified().on(day(19)).when(start(day(20))).thenRejected(RejectionCode.DATE_IN_FUTURE);
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandName.class,
      names = {
        "RECORD_IMPLEMENTATION_START",
        "RECORD_DISBURSEMENT",
        "SUBMIT_REPORT",
        "REQUEST_ADJUSTMENT",
        "APPROVE_ADJUSTMENT",
        "REFUSE_ADJUSTMENT",
        "RECORD_IMPLEMENTATION_END",
        "RECORD_HAND_OVER",
        "CLOSE_AID",
        "REVOKE_AID"
      })
  void aVersionThatDoesNotSayWhatFollowsTheApprovalLeadsNowhere(CommandName command) {
    var refusal =
        RoadSamples.at(Status.NOTIFIED)
            .as(Samples.senderOf(command))
            .admissible(command)
            .orElseThrow();
    new RejectionAssert(refusal)
        .is(RejectionCode.RULE_PACK_SILENT)
        .saying("pack", "sample-act")
        .saying("version", "2");
  }

  @Test
  void aCaseApprovedUnderSuchAVersionAdoptsALaterOneAndOwesWhatThatOneSays() {
    var before = RoadSamples.at(Status.NOTIFIED).on(LifeSamples.TODAY);
    assertThat(running(before)).isEmpty();
    var adopted = before.where(DutyLaw::in).after(RoadSamples.adopt(3, day(30)));
    assertThat(running(adopted)).containsExactly("not-started", "clearance");
    assertThat(last(adopted, "not-started").started().from()).isEqualTo(day(8));
    assertThat(adopted.state().status()).isEqualTo(Status.NOTIFIED);
    assertThat(running(adopted.after(start(day(40))))).contains("annual-report 2026");
  }

  @Test
  void whileTheNoticeIsOwedALaterVersionLeavesItsLimitAsItIs() {
    var adopted =
        RoadSamples.approved()
            .on(LifeSamples.TODAY)
            .where(DutyLaw::in)
            .after(RoadSamples.adopt(3, day(30)));
    assertThat(running(adopted)).containsExactly("decision-notice", "not-started", "clearance");
  }

  @Test
  void moneyIsDisbursedOnceItHasBegunAndMoreThanGrantedIsMarkedNotRefused() {
    var once = started().after(disburse(day(30)));
    assertThat(Disbursed.beyondGrant(once.state())).isEmpty();
    var more = once.after(disburse(day(31), "60000.01", ManagedBy.RECIPIENT));
    assertThat(Disbursed.beyondGrant(more.state()))
        .containsExactly(
            new Disbursed.Excess(
                ManagedBy.RECIPIENT,
                ContentBuilder.money("100000", "EUR"),
                ContentBuilder.money("100000.01", "EUR")));
    var foreign =
        started()
            .after(
                new RecordDisbursement(
                    day(31),
                    List.of(ContentBuilder.money("1", "USD")),
                    ManagedBy.PROVIDER,
                    "Đợt 1",
                    OWN));
    assertThat(Disbursed.beyondGrant(foreign.state()))
        .as("a currency that was not granted is not what was granted")
        .containsExactly(
            new Disbursed.Excess(
                ManagedBy.PROVIDER,
                ContentBuilder.money("0", "USD"),
                ContentBuilder.money("1", "USD")));
  }

  @Test
  void aDisbursementIsSound() {
    notified().when(disburse(day(10))).thenRejected(RejectionCode.WRONG_STATE);
    started()
        .when(new RecordDisbursement(day(30), List.of(), ManagedBy.RECIPIENT, "Đợt 1", OWN))
        .thenRejected(RejectionCode.AMOUNT_MISSING)
        .at("amounts");
    started()
        .when(disburse(day(30), "0", ManagedBy.RECIPIENT))
        .thenRejected(RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("amounts[0].amount");
    started()
        .when(disburse(day(7)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .under("Sample Act", "4.1");
    notified()
        .after(LifeSamples.adjust(day(12)))
        .when(disburse(day(30)))
        .thenRejected(RejectionCode.IMPLEMENTATION_NOT_STARTED);
  }

  @Test
  void aReportDoesItsDutyAndOpensTheNextPeriod() {
    var first = started().after(report("half-year-report", "2026-H1", day(150)));
    assertThat(running(first))
        .contains("half-year-report 2026-H2")
        .doesNotContain("half-year-report 2026-H1");
    assertThat(first.state().limits())
        .filteredOn(l -> "2026-H1".equals(l.started().period()))
        .singleElement()
        .returns(Reason.FULFILLED, LimitSegment::reason)
        .returns(day(150), LimitSegment::endedOn);
  }

  @Test
  void aReportMayComeBeforeItsPeriodIsOver() {
    var early = started().after(CLERK, annual(day(30)));
    assertThat(running(early)).contains("annual-report 2027").doesNotContain("annual-report 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "annual-report,    2026-H1, report-period-wrong",
    "annual-report,    ,        report-period-wrong",
    "annual-report,    26,      report-period-wrong",
    "half-year-report, 2026,    report-period-wrong",
    "half-year-report, 2026-H3, report-period-wrong",
    "clearance,        2026,    report-period-wrong",
    "annual-report,    2025,    report-period-outside",
    "annual-report,    2027,    report-period-outside",
    "half-year-report, 2026-H2, report-period-outside",
  })
  void aPeriodIsOneForWhichTheReportIsOwed(String report, String period, String code) {
    // Day 60 is in May: the second half has not begun.
    var command =
        new SubmitReport(
            report, period, day(60), "Đủ", null, report.equals("clearance") ? FOR_APPLICANT : DUTY);
    started()
        .as(report.equals("half-year-report") ? Samples.APPLICANT : CLERK)
        .when(command)
        .thenRejected(RejectionCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')))
        .at("period");
  }

  @Test
  void aPeriodAfterTheEndIsNotReported() {
    ended()
        .when(report("half-year-report", "2026-H2", day(200)))
        .thenRejected(RejectionCode.REPORT_PERIOD_OUTSIDE);
  }

  @Test
  void aReportIsOneThatThePackAsksForAtItsTime() {
    started()
        .when(report("decision-notice", null, day(30)))
        .thenRejected(RejectionCode.UNKNOWN_REPORT)
        .at("report")
        .saying("report", "decision-notice")
        .saying("reports", "clearance, annual-report, end-report, half-year-report");
    started()
        .when(report("end-report", null, day(30)))
        .thenRejected(RejectionCode.IMPLEMENTATION_NOT_ENDED);
    notified()
        .when(report("half-year-report", "2026-H1", day(30)))
        .thenRejected(RejectionCode.IMPLEMENTATION_NOT_STARTED);
    started().when(report("clearance", null, day(7))).thenRejected(RejectionCode.DATE_BEFORE_STEP);
  }

  @Test
  void whoeverOwesAReportSubmitsIt() {
    started()
        .when(new SubmitReport("annual-report", "2026", day(30), "Đủ", null, OWN))
        .thenRejected(RejectionCode.NOT_THE_DEBTOR);
    var owners = new SubmitReport("clearance", null, day(30), "Đủ", null, DUTY);
    started().as(CLERK).when(owners).thenRejected(RejectionCode.ACT_NOT_ON_BEHALF);
    assertThat(
            running(
                started()
                    .after(
                        CLERK,
                        new SubmitReport("clearance", null, day(30), "Đủ", null, FOR_APPLICANT))))
        .doesNotContain("clearance");
  }

  @Test
  void aReportIsSubmittedOnceAndWhatItNamesIsAttached() {
    started()
        .after(report("clearance", null, day(30)))
        .when(report("clearance", null, day(31)))
        .thenRejected(RejectionCode.REPORT_SUBMITTED_BEFORE)
        .saying("date", day(30).toString());
    var naming =
        new SubmitReport("clearance", null, day(30), "Đủ", List.of("bao-cao", "khac"), OWN);
    var attached = started().after(LifeSamples.attach("bao-cao", day(29)));
    attached
        .when(naming)
        .thenRejected(RejectionCode.UNKNOWN_DOCUMENT)
        .at("documents[1]")
        .saying("document", "khac");
    attached
        .after(LifeSamples.attach("khac", day(29)))
        .when(naming)
        .thenTypes(ReportSubmitted.class, TimeLimitEnded.class);
  }

  @Test
  void aDutyThatWasWaivedCanStillBeDone() {
    var waived =
        started()
            .after(new WaiveDuty("clearance", null, "Đã có", "Sample Act 9", day(30), DUTY))
            .after(report("clearance", null, day(31)));
    assertThat(last(waived, "clearance").reason()).isEqualTo(Reason.WAIVED);
    assertThat(waived.state().life().reports()).hasSize(1);
  }

  @Test
  void nothingIsWaivedBeforeItRan() {
    started()
        .as(Samples.DECIDER)
        .when(new WaiveDuty("clearance", null, "Lý do", "Sample Act 9", day(7), DUTY))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("waivedOn")
        .saying("step", day(8).toString());
    // What is owed for a period still to come may be waived at once.
    started()
        .as(Samples.DECIDER)
        .when(new WaiveDuty("annual-report", null, "Lý do", "Sample Act 9", day(30), DUTY))
        .the(DutyWaived.class);
  }

  @Test
  void theEndOpensTheEndReportsAndTakesBackWhatIsOwedForLater() {
    var early = started().after(report("half-year-report", "2026-H1", day(60)));
    assertThat(running(early)).contains("half-year-report 2026-H2");
    var ended = early.after(end(day(100)));
    assertThat(running(ended)).containsExactly("clearance", "annual-report 2026", "end-report");
    assertThat(last(ended, "half-year-report"))
        .returns(Reason.NO_LONGER_OWED, LimitSegment::reason);
    assertThat(last(ended, "end-report").started().from()).isEqualTo(day(100));
    started().when(end(day(19))).thenRejected(RejectionCode.DATE_BEFORE_STEP).at("endedOn");
  }

  @Test
  void theResultsAreHandedOverAfterTheEnd() {
    started().when(handOverResults(day(110))).thenRejected(RejectionCode.WRONG_STATE);
    ended()
        .when(handOverResults(day(99)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("handedOverOn");
    ended()
        .when(new RecordHandOver(day(110), " ", "Mười giếng", OWN))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("receivedBy");
    ended().when(handOverResults(day(110))).thenTypes(ResultsHandedOver.class);
  }

  @Test
  void theAidIsClosedOnceEverythingIsReported() {
    handedOver()
        .as(CLERK)
        .when(close(day(130)))
        .thenRejected(RejectionCode.DUTY_OPEN)
        .under("Sample Act", "13.6, 18")
        .saying("duties", "clearance, annual-report 2026, half-year-report 2026-H1, end-report");
    var closed = reported().as(CLERK).when(close(day(130)));
    closed.thenTypes(AidClosed.class);
    assertThat(closed.state())
        .returns(Status.CLOSED, DossierState::status)
        .returns(true, DossierState::over);
  }

  @Test
  void aDutyThatWasWaivedDoesNotHinderTheClosing() {
    var waived =
        Stream.of("clearance", "annual-report", "half-year-report", "end-report")
            .reduce(
                handedOver(),
                (s, limit) ->
                    s.after(new WaiveDuty(limit, null, "Lý do", "Sample Act 9", day(120), DUTY)),
                (a, b) -> a);
    waived.as(CLERK).when(close(day(130))).thenTypes(AidClosed.class);
  }

  @Test
  void theManagingAgencyFollowsTheImplementationAndNoOther() {
    LifeSamples.primeMinisters()
        .as(RoadSamples.FOCAL_CLERK)
        .when(end(day(100)))
        .thenRejected(RejectionCode.NOT_THE_MANAGING_AGENCY)
        .saying("agency", Samples.PROVINCE);
    LifeSamples.primeMinisters().as(CLERK).when(end(day(100))).the(ImplementationEnded.class);
  }

  @Test
  void whatComesTooLateForTheCaseIsRefusedByItsState() {
    LifeSamples.closed()
        .when(report("clearance", null, day(140)))
        .thenRejected(RejectionCode.WRONG_STATE);
    LifeSamples.closed().when(disburse(day(140))).thenRejected(RejectionCode.WRONG_STATE);
  }
}
