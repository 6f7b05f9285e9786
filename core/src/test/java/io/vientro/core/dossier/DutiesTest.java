package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.parameter;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack.OnSupplement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A limit with a debtor is a duty: it is warned of, expires, is extended, waived and told. */
class DutiesTest {
  /** The appraisal is due eleven calendar days after the acceptance, a Friday. */
  private static final LocalDate DUE = DAY.plusDays(11);

  private static final Actor LEAD_CLERK = new Actor("van-thu-ct", Role.CLERK, RoadLaw.LEAD);
  private static final Actor RECEIVER = Samples.RECEPTION;

  private static DossierScenario accepted() {
    return given().where(DutyLaw::in).after(Samples.submitComplete()).after(Samples.accept(DAY));
  }

  private static RaiseTimeLimit raise(String limit, int segment, What what, LocalDate on) {
    return new RaiseTimeLimit(limit, segment, what, on, DUTY);
  }

  private static DossierScenario raised(DossierScenario before, What what, LocalDate on) {
    return before.on(on).after(Actor.SYSTEM, raise("appraisal", 1, what, on));
  }

  private static LimitSegment last(DossierState state, String limit) {
    return state.limits().stream()
        .filter(l -> l.started().limit().equals(limit))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static DossierScenario at(DossierScenario scenario, Instant now) {
    return scenario.where(
        c ->
            new DecisionContext(
                now,
                c.actor(),
                c.mode(),
                c.law(),
                c.registry(),
                c.parameters(),
                c.calendar(),
                c.dossierCode()));
  }

  private static DossierScenario with(DossierScenario scenario, WorkingCalendar calendar) {
    return scenario.where(
        c ->
            new DecisionContext(
                c.now(),
                c.actor(),
                c.mode(),
                c.law(),
                c.registry(),
                c.parameters(),
                calendar,
                c.dossierCode()));
  }

  @Test
  void aLimitSaysWhoOwesItWhatItAsksForAndWhereItsDaysOffAreFixed() {
    var started = last(accepted().state(), "appraisal").started();
    assertThat(started.debtor()).isEqualTo(new Debtor(DutyParty.LEAD, RoadLaw.LEAD));
    assertThat(started.asks()).hasToString("CONCLUSION");
    assertThat(started.jurisdiction()).isEqualTo("tinh-mau");
    assertThat(started.warnDays()).isEqualTo(2);
  }

  @Test
  void theAgencySetsHowEarlyItIsWarned() {
    var started =
        last(
                given()
                    .where(DutyLaw::in)
                    .where(parameter("warning-days", "5"))
                    .after(Samples.submitComplete())
                    .after(Samples.accept(DAY))
                    .state(),
                "appraisal")
            .started();
    assertThat(started.warnDays()).isEqualTo(5);
  }

  @Test
  void nothingIsRaisedBeforeTheDayHasEnded() {
    var lastMoment = DUE.plusDays(1).atStartOfDay(Zone.HO_CHI_MINH).toInstant().minusMillis(1);
    at(accepted(), lastMoment)
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, DUE))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    at(accepted(), lastMoment.plusMillis(1))
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, DUE.plusDays(1)))
        .the(TimeLimitExpired.class);
  }

  @Test
  void hoursPassWithTheirMinute() {
    var decided = day(8).atTime(LocalTime.of(10, 30, 45)).atZone(Zone.HO_CHI_MINH).toInstant();
    var submitted = RoadSamples.submitted(given().where(DutyLaw::in).on(day(8)));
    var approved = at(submitted, decided).after(RoadSamples.approve(day(8)));
    var clearance = last(approved.state(), "clearance");
    var minute = day(10).atTime(10, 30).atZone(Zone.HO_CHI_MINH).toInstant();
    assertThat(clearance.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(day(10), minute));
    var expiry = raise("clearance", 1, What.EXPIRY, day(10));
    at(approved, minute.plusMillis(59_999))
        .as(Actor.SYSTEM)
        .when(expiry)
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var late = at(approved, minute.plusSeconds(60)).after(Actor.SYSTEM, expiry).state();
    assertThat(last(late, "clearance").ended(day(10), Reason.FULFILLED).standing(Samples.CALENDAR))
        .as("on the day, but after its minute")
        .isEqualTo(Standing.DONE_LATE);
    assertThat(clearance.ended(day(10), Reason.FULFILLED).standing(Samples.CALENDAR))
        .isEqualTo(Standing.DONE_ON_TIME);
    assertThat(
            at(approved, minute.plusSeconds(60))
                .as(Actor.SYSTEM)
                .when(expiry)
                .the(TimeLimitExpired.class)
                .at())
        .isEqualTo(minute);
  }

  @Test
  void anExpiryIsRaisedOnceAndToldToTheDebtorAndTheOneStopUnit() {
    var expired = raised(accepted(), What.EXPIRY, DUE.plusDays(1));
    assertThat(expired.state().records().notices())
        .extracting(n -> n.notice().to(), n -> n.notice().agency())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DutyParty.LEAD, RoadLaw.LEAD),
            org.assertj.core.groups.Tuple.tuple(DutyParty.RECEIVER, Samples.PROVINCE));
    expired
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, DUE.plusDays(2)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
  }

  @Test
  void onlyTheSoftwareRaises() {
    accepted()
        .on(DUE.plusDays(1))
        .as(Samples.DECIDER)
        .when(raise("appraisal", 1, What.EXPIRY, DUE.plusDays(1)))
        .thenRejected(RejectionCode.ROLE_MAY_NOT);
  }

  @Test
  void whatIsDoneIsNotRaised() {
    var concluded =
        RoadSamples.concluded(given().where(DutyLaw::in).on(day(6))).on(DUE.plusDays(1));
    concluded
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, DUE.plusDays(1)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    assertThat(last(concluded.state(), "appraisal").standing(Samples.CALENDAR))
        .isEqualTo(Standing.DONE_ON_TIME);
  }

  @Test
  void theWarningOpensTheApologyWhichIsOwedADayBeforeTheEnd() {
    accepted()
        .on(DUE.minusDays(3))
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.WARNING, DUE.minusDays(3)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var warned = raised(accepted(), What.WARNING, DUE.minusDays(2));
    var apology = last(warned.state(), "apology-appraisal");
    assertThat(apology.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(DUE.minusDays(1)));
    assertThat(apology.started().term().basis()).isEqualTo(DutyLaw.APOLOGY);
    warned
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.WARNING, DUE.minusDays(2)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
  }

  @Test
  void nobodyIsWarnedOfWhatHasPassed() {
    accepted()
        .on(DUE.plusDays(1))
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.WARNING, DUE.plusDays(1)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
  }

  @Test
  void whoFinishesInTimeOwesNoApologyAndWhoDoesNotIsLateWithBoth() {
    var warned =
        raised(RoadSamples.answered(given().where(DutyLaw::in).on(day(3))), What.WARNING, day(9));
    var inTime = warned.on(DUE).after(RoadSamples.conclude(DUE));
    assertThat(last(inTime.state(), "apology-appraisal").reason()).isEqualTo(Reason.NO_LONGER_OWED);
    assertThat(Raising.of(last(warned.state(), "apology-appraisal"), Samples.CALENDAR))
        .as("found late with its limit, not before")
        .isEmpty();
    var late = raised(warned, What.EXPIRY, DUE.plusDays(1));
    assertThat(last(late.state(), "apology-appraisal").expired()).isEqualTo(DUE.minusDays(1));
  }

  private static ExtendTimeLimit extend(LocalDate to, LocalDate on) {
    return new ExtendTimeLimit("appraisal", null, to, "Cần xác minh thêm", on, DUTY);
  }

  @Test
  void theDebtorApologisesOnceAndBothDatesStayReadable() {
    var warned = raised(accepted(), What.WARNING, DUE.minusDays(2));
    var extended = warned.after(RoadSamples.LEAD_APPRAISER, extend(day(18), DUE.minusDays(2)));
    var segment = last(extended.state(), "appraisal");
    assertThat(segment.firstDue(Samples.CALENDAR)).isEqualTo(new DueDate.On(DUE));
    assertThat(segment.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(day(18)));
    assertThat(last(extended.state(), "apology-appraisal").standing(Samples.CALENDAR))
        .isEqualTo(Standing.DONE_ON_TIME);
    extended
        .as(RoadSamples.LEAD_APPRAISER)
        .when(extend(day(25), DUE))
        .thenRejected(RejectionCode.DATE_IN_FUTURE);
    extended
        .on(day(12))
        .as(RoadSamples.LEAD_APPRAISER)
        .when(extend(day(25), day(12)))
        .thenRejected(RejectionCode.TIME_LIMIT_EXTENDED_BEFORE);
    var expired = raised(extended, What.EXPIRY, day(19));
    assertThat(last(expired.state(), "appraisal").expired()).isEqualTo(day(18));
  }

  @Test
  void anExtensionIsRefusedToOthersAndForNoLaterDate() {
    accepted()
        .as(Samples.APPRAISER)
        .when(extend(day(18), DAY))
        .thenRejected(RejectionCode.NOT_THE_DEBTOR);
    accepted()
        .as(RoadSamples.LEAD_APPRAISER)
        .when(extend(DUE, DAY))
        .thenRejected(RejectionCode.NEW_DATE_NOT_LATER);
    accepted()
        .as(RoadSamples.LEAD_APPRAISER)
        .when(new ExtendTimeLimit("signature", null, day(18), "x", DAY, DUTY))
        .thenRejected(RejectionCode.TIME_LIMIT_NOT_RUNNING);
  }

  @Test
  void aLimitThatTheLawDoesNotLetMoveStays() {
    var approved = RoadSamples.approved(given().where(DutyLaw::in).on(day(8)));
    approved
        .as(RoadSamples.CLERK)
        .when(new ExtendTimeLimit("decision-notice", null, day(18), "x", day(8), DUTY))
        .thenRejected(RejectionCode.TIME_LIMIT_NOT_EXTENDABLE);
  }

  @Test
  void aDutyIsWaivedWithReasonAndBasis() {
    var approved = RoadSamples.approved(given().where(DutyLaw::in).on(day(8)));
    var waive =
        new WaiveDuty("not-started", null, "Bên cung cấp lùi lịch", "Sample Act 4.7", day(8), DUTY);
    var waived = approved.after(Samples.DECIDER, waive);
    assertThat(last(waived.state(), "not-started").standing(Samples.CALENDAR))
        .isEqualTo(Standing.WAIVED);
    waived.as(Samples.DECIDER).when(waive).thenRejected(RejectionCode.TIME_LIMIT_NOT_RUNNING);
  }

  @Test
  void theAddresseeAcknowledgesOnceAndNobodyElseDoes() {
    var expired = raised(accepted(), What.EXPIRY, DUE.plusDays(1));
    var toLead = expired.state().records().notices().getFirst().notice().id();
    var acknowledge = new AcknowledgeNotice(toLead, DUE.plusDays(1), DUTY);
    expired.as(RECEIVER).when(acknowledge).thenRejected(RejectionCode.NOT_THE_ADDRESSEE);
    var read = expired.after(LEAD_CLERK, acknowledge);
    assertThat(read.state().records().acknowledged()).containsKey(toLead);
    read.as(LEAD_CLERK).when(acknowledge).thenRejected(RejectionCode.NOTICE_ACKNOWLEDGED_BEFORE);
    expired
        .as(LEAD_CLERK)
        .when(new AcknowledgeNotice("nothing", DUE.plusDays(1), DUTY))
        .thenRejected(RejectionCode.UNKNOWN_NOTICE);
  }

  @Test
  void aPauseGoesOnWhereItStopped() {
    var pausing =
        given()
            .where(c -> DutyLaw.in(c, OnSupplement.PAUSE_RESUME))
            .on(day(9))
            .after(Samples.submitComplete())
            .after(Samples.accept(DAY))
            .after(RoadSamples.LEAD_APPRAISER, Samples.requestSupplement(day(4), null))
            .after(Samples.correct(day(9), Samples.aid()))
            .after(Samples.accept(day(9)));
    var first = pausing.state().limits().stream().filter(l -> l.is("appraisal", 1)).findFirst();
    assertThat(first.orElseThrow().reason()).isEqualTo(Reason.PAUSED);
    var resumed = last(pausing.state(), "appraisal");
    assertThat(resumed.started().used()).isEqualTo(4);
    // Eleven days, four of them used: seven more after day 9.
    assertThat(resumed.due(Samples.CALENDAR)).isEqualTo(Samples.CALENDAR.due(resumed.count()));
    assertThat(resumed.due(Samples.CALENDAR).date()).isEqualTo(day(16));
  }

  @Test
  void whatComesInAfterOfficeHoursCountsFromTheNextWorkingDay() {
    var friday = LocalDate.of(2026, 3, 6);
    var evening = friday.atTime(17, 1).atZone(Zone.HO_CHI_MINH).toInstant();
    var filed =
        given()
            .where(DutyLaw::in)
            .where(parameter("reception-closes-at", "17:00"))
            .after(Samples.submitComplete());
    var late =
        last(at(filed.on(friday), evening).after(Samples.accept(friday)).state(), "appraisal");
    assertThat(late.started().from()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(late.started().shifted()).isEqualTo("Sample Regulation 7");
    var inTime =
        last(
            at(filed.on(friday), evening.minusSeconds(60)).after(Samples.accept(friday)).state(),
            "appraisal");
    assertThat(inTime.started().from()).isEqualTo(friday);
    assertThat(inTime.started().shifted()).isNull();
  }

  @Test
  void anAgencyThatIsAskedOwesItsOpinionAndItsLatenessIsToldToTheOneStopUnit() {
    var asked =
        RoadSamples.asked(
            given().where(DutyLaw::in).where(parameter("opinion-days", "3")).on(day(1)));
    assertThat(
            asked
                .state()
                .runningLimits()
                .filter(l -> l.started().limit().equals("opinion"))
                .map(l -> l.started().debtor().agency()))
        .containsExactly(RoadLaw.FINANCE, RoadLaw.UNION);
    var answered =
        asked.on(day(3)).after(RoadSamples.FINANCE, RoadSamples.answer(RoadLaw.FINANCE, day(3)));
    assertThat(
            answered.state().runningLimits().map(l -> l.started().segment() + l.started().limit()))
        .contains("2opinion")
        .doesNotContain("1opinion");
    var on = day(12);
    var late = answered.on(on).after(Actor.SYSTEM, raise("opinion", 2, What.EXPIRY, on)).state();
    assertThat(late.records().notices())
        .extracting(n -> n.notice().agency())
        .containsExactly(RoadLaw.UNION, Samples.PROVINCE);
  }

  @Test
  void anOpinionAskedByADateIsDueOnIt() {
    var asked =
        accepted()
            .on(day(1))
            .after(
                RoadSamples.LEAD_APPRAISER,
                new RequestAgencyOpinion(RoadLaw.FINANCE, null, day(1), day(6), null, DUTY));
    assertThat(last(asked.state(), "opinion").due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(day(6)));
  }

  @Test
  void whereTheCalendarEndsTheAdministratorIsToldOnceAndTheExpiryWaitsForTheNotice() {
    var december = LocalDate.of(2026, 12, 28);
    var gap =
        given()
            .where(DutyLaw::in)
            .on(december)
            .after(Samples.submitComplete())
            .after(Samples.accept(december));
    var due = LocalDate.of(2027, 1, 8);
    assertThat(last(gap.state(), "appraisal").due(Samples.CALENDAR))
        .isEqualTo(new DueDate.CalendarGap(2027, LocalDate.of(2026, 12, 31), due));
    gap.on(due.minusDays(1))
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.UNCERTAINTY, due.minusDays(1)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var uncertain = raised(gap, What.UNCERTAINTY, due);
    assertThat(uncertain.state().records().notices())
        .extracting(n -> n.notice().to())
        .containsExactly(DutyParty.ADMINISTRATOR);
    uncertain
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.UNCERTAINTY, due))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var later = uncertain.on(due.plusDays(10));
    later
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, due.plusDays(10)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var known = with(later, calendarOf2027(List.of(due)));
    assertThat(
            known
                .as(Actor.SYSTEM)
                .when(raise("appraisal", 1, What.EXPIRY, due.plusDays(10)))
                .the(TimeLimitExpired.class)
                .due())
        .isEqualTo(LocalDate.of(2027, 1, 11));
  }

  private static WorkingCalendar calendarOf2027(List<LocalDate> off) {
    return new WorkingCalendar(
        List.of(
            Samples.YEAR_2026,
            new CalendarNotice(2027, "1/TB-MAU", null, "Sample Act", off, List.of(), List.of())));
  }

  @Test
  void aLaterNoticeCorrectsAnExpiryAndUndoesNothing() {
    var expired = raised(accepted(), What.EXPIRY, DUE.plusDays(1));
    var swapped =
        new WorkingCalendar(
            List.of(
                Samples.YEAR_2026,
                new CalendarNotice(
                    2026, "9/TB-MAU", null, "Sample Act", List.of(DUE), List.of(), List.of())));
    expired
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.CORRECTION, DUE.plusDays(1)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var corrected =
        with(expired, swapped)
            .after(Actor.SYSTEM, raise("appraisal", 1, What.CORRECTION, DUE.plusDays(1)));
    var segment = last(corrected.state(), "appraisal");
    assertThat(segment.expired()).isEqualTo(DUE);
    assertThat(segment.correction().due()).isEqualTo(segment.due(swapped).date());
    assertThat(segment.correction().due()).isAfter(DUE);
    corrected
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.CORRECTION, DUE.plusDays(1)))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    var moved = segment.correction().due();
    corrected
        .on(moved)
        .as(Actor.SYSTEM)
        .when(raise("appraisal", 1, What.EXPIRY, moved))
        .thenRejected(RejectionCode.NOTHING_TO_RAISE);
    assertThat(
            corrected
                .on(moved.plusDays(1))
                .as(Actor.SYSTEM)
                .when(raise("appraisal", 1, What.EXPIRY, moved.plusDays(1)))
                .the(TimeLimitExpired.class)
                .due())
        .as("the day that was too early is followed by the one that is not")
        .isEqualTo(moved);
  }

  @Test
  void sixMonthsRunFromTheDecisionAndDoNotEndWithItsNotice() {
    var notified =
        RoadSamples.approved(given().where(DutyLaw::in).on(day(9)))
            .after(RoadSamples.informAll(day(9)));
    assertThat(last(notified.state(), "decision-notice").reason()).isEqualTo(Reason.FULFILLED);
    var waiting = last(notified.state(), "not-started");
    assertThat(waiting.running()).isTrue();
    assertThat(waiting.started().term().unit()).isEqualTo(Unit.MONTH);
    assertThat(waiting.started().debtor().party()).isEqualTo(DutyParty.OWNER);
  }
}
