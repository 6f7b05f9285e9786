package io.vientro.core.calendar;

import static io.vientro.core.dossier.Samples.CALENDAR;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.YEAR_2026;
import static io.vientro.core.dossier.Samples.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar.Day;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.Samples;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final Act ACT = Samples.DUTY;
  private static final String PLACE = "tinh-mau";
  private static final String OTHER_PLACE = "tinh-khac";

  // Due dates

  @ParameterizedTest(name = "{1} {2} from {0}: {3} ({4})")
  @CsvSource({
    "2026-02-09, 20, CALENDAR_DAY, 2026-03-02, 1 March is a Sunday",
    "2026-01-27, 20, CALENDAR_DAY, 2026-02-23, lands in Tet and rolls past it",
    "2026-11-19, 5, CALENDAR_DAY, 2026-11-25, lands on Culture Day",
    "2026-08-19, 3, WORKING_DAY, 2026-08-22, a Saturday that is worked"
  })
  void termsEndAsMeasuredOnTheRealCalendar(
      LocalDate from, int amount, Unit unit, LocalDate due, String why) {
    assertThat(CALENDAR.due(from, term(amount, unit))).as(why).isEqualTo(new DueDate.On(due));
  }

  @Test
  void aWorkingDayTermThatCrossesTheYearsEndIsNotGuessed() {
    assertThat(CALENDAR.due(LocalDate.of(2026, 12, 30), term(2, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.CalendarGap(2027, LocalDate.of(2026, 12, 31), null));
    assertThat(CALENDAR.due(LocalDate.of(2026, 12, 30), term(1, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 12, 31)));
  }

  @Test
  void ofATermThatLandsInAnUnknownYearTheEarliestEndIsKnown() {
    var gap = CALENDAR.due(LocalDate.of(2026, 12, 20), term(20, Unit.CALENDAR_DAY));
    assertThat(gap)
        .isEqualTo(
            new DueDate.CalendarGap(2027, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 9)));
    assertThat(gap.date()).isNull();
  }

  @Test
  void aTermThatDoesNotRollIsKnownEvenInAnUnknownYear() {
    var term = new LegalTerm(20, Unit.CALENDAR_DAY, EndRule.NO_ROLL, LegalBasis.HOUSE_RULE);
    assertThat(CALENDAR.due(LocalDate.of(2026, 12, 20), term).date())
        .isEqualTo(LocalDate.of(2027, 1, 9));
    assertThat(CALENDAR.due(LocalDate.of(2026, 2, 9), term).date())
        .isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aTermHasAtLeastOneUnit() {
    assertThatIllegalArgumentException().isThrownBy(() -> term(0, Unit.WORKING_DAY));
  }

  @Test
  void aSaturdayOfAnUnknownYearIsUnknownToo() {
    assertThat(CALENDAR.day(LocalDate.of(2027, 1, 2))).isEqualTo(Day.UNKNOWN);
    assertThat(CALENDAR.day(LocalDate.of(2026, 8, 22))).isEqualTo(Day.WORKING);
    assertThat(CALENDAR.day(LocalDate.of(2026, 8, 29))).isEqualTo(Day.OFF);
    assertThat(CALENDAR.day(LocalDate.of(2026, 9, 1))).isEqualTo(Day.OFF);
    assertThat(CALENDAR.years()).containsExactly(2026);
  }

  // Notices

  @Test
  void aNoticeGoesOnRecordAndCounts() {
    var recorded = accepted(WorkingCalendar.EMPTY, YEAR_2026);
    assertThat(recorded).isEqualTo(CALENDAR);
  }

  @Test
  void aLaterNoticeTakesADayBackAndMovesADayOff() {
    var later = notice(2026, "2/TB", days("2026-11-23"), days(), days("2026-11-24", "2026-08-22"));
    var calendar = accepted(CALENDAR, later);
    assertThat(calendar.day(LocalDate.of(2026, 11, 23))).isEqualTo(Day.OFF);
    assertThat(calendar.day(LocalDate.of(2026, 11, 24))).isEqualTo(Day.WORKING);
    assertThat(calendar.day(LocalDate.of(2026, 8, 22))).isEqualTo(Day.OFF);
    assertThat(calendar.sha256()).isNotEqualTo(CALENDAR.sha256());
  }

  @Test
  void aNoticeIsRecordedOnceForAYear() {
    var again = notice(2026, YEAR_2026.number(), days(), days(), days());
    refused(CALENDAR, again, RejectionCode.NOTICE_ALREADY_RECORDED)
        .at("notice.number")
        .saying("year", "2026");
    assertThat(
            accepted(CALENDAR, notice(2027, YEAR_2026.number(), days("2027-01-01"), days(), days()))
                .years())
        .containsExactlyInAnyOrder(2026, 2027);
  }

  @Test
  void aNoticeIsNotOfTomorrow() {
    var tomorrow =
        new CalendarNotice(2027, "1/TB", DAY.plusDays(1), "Art. 112", days(), days(), null);
    refused(CALENDAR, tomorrow, RejectionCode.DATE_IN_FUTURE).at("notice.issuedOn");
  }

  @Test
  void aDayOfANoticeLiesInItsYear() {
    refused(
            CALENDAR,
            notice(2027, "1/TB", days("2026-12-31"), days(), days()),
            RejectionCode.DAY_OUTSIDE_YEAR)
        .at("notice.off")
        .saying("date", "2026-12-31")
        .saying("year", "2027");
  }

  @Test
  void daysOffAreWeekdaysAndWorkedDaysAreNot() {
    refused(
            CALENDAR,
            notice(2027, "1/TB", days("2027-01-02"), days(), days()),
            RejectionCode.DAY_OFF_ON_WEEKEND)
        .at("notice.off");
    refused(
            CALENDAR,
            notice(2027, "1/TB", days(), days("2027-01-04"), days()),
            RejectionCode.WORKED_DAY_NOT_ON_WEEKEND)
        .at("notice.workedWeekendDays");
  }

  @Test
  void aDayIsRestoredOnlyIfANoticeChangedIt() {
    refused(
            CALENDAR,
            notice(2026, "2/TB", days(), days(), days("2026-03-03")),
            RejectionCode.DAY_NOT_CHANGED_BEFORE)
        .at("notice.restored");
  }

  @Test
  void aDayStandsOnceInANotice() {
    refused(
            CALENDAR,
            notice(2027, "1/TB", days("2027-01-01", "2027-01-01"), days(), days()),
            RejectionCode.DAY_REPEATED)
        .at("notice")
        .saying("date", "2027-01-01");
  }

  // Places

  @Test
  void aNoticeOfAPlaceHoldsThereAndNowhereElse() {
    var local = local(PLACE, days("2026-05-18"), days("2026-05-23"), days("2026-11-24"));
    var calendar = accepted(CALENDAR, local);
    var there = calendar.in(PLACE);
    assertThat(there.day(LocalDate.of(2026, 5, 18))).isEqualTo(Day.OFF);
    assertThat(there.day(LocalDate.of(2026, 5, 23))).isEqualTo(Day.WORKING);
    assertThat(there.day(LocalDate.of(2026, 11, 24))).isEqualTo(Day.WORKING);
    assertThat(there.day(LocalDate.of(2026, 2, 16))).isEqualTo(Day.OFF);
    assertThat(there).isNotEqualTo(calendar);
    assertThat(there.in(null)).isEqualTo(calendar);
    for (var elsewhere : List.of(calendar, calendar.in(OTHER_PLACE))) {
      assertThat(elsewhere).isEqualTo(calendar);
      assertThat(elsewhere.day(LocalDate.of(2026, 5, 18))).isEqualTo(Day.WORKING);
      assertThat(elsewhere.day(LocalDate.of(2026, 11, 24))).isEqualTo(Day.OFF);
    }
    assertThat(calendar.sha256()).isNotEqualTo(CALENDAR.sha256());
    assertThat(there.sha256()).isEqualTo(calendar.sha256());
    assertThat(there.notices()).containsExactly(YEAR_2026, local);
  }

  @Test
  void aPlaceHasTheLastWordOfItsOwnDays() {
    var calendar =
        accepted(
            accepted(CALENDAR, local(PLACE, days("2026-05-18"), days(), days())),
            notice(2026, "2/TB", days("2026-05-18"), days(), days()));
    var restored = accepted(calendar, notice(2026, "3/TB", days(), days(), days("2026-05-18")));
    assertThat(restored.day(LocalDate.of(2026, 5, 18))).isEqualTo(Day.WORKING);
    assertThat(restored.in(PLACE).day(LocalDate.of(2026, 5, 18))).isEqualTo(Day.OFF);
  }

  @Test
  void aNoticeOfAPlaceAloneMakesNoYearKnown() {
    var calendar =
        accepted(
            CALENDAR,
            new CalendarNotice(2027, "1", null, "x", days("2027-05-18"), days(), null, PLACE));
    assertThat(calendar.years()).containsExactly(2026);
    assertThat(calendar.in(PLACE).day(LocalDate.of(2027, 5, 18))).isEqualTo(Day.UNKNOWN);
    var known = accepted(calendar, notice(2027, "2", days("2027-01-01"), days(), days()));
    assertThat(known.in(PLACE).day(LocalDate.of(2027, 5, 18))).isEqualTo(Day.OFF);
    assertThat(known.day(LocalDate.of(2027, 5, 18))).isEqualTo(Day.WORKING);
  }

  @Test
  void aNoticeHoldsInAPlaceThatSomeAgencyServes() {
    refused(
            CALENDAR,
            local("nowhere", days("2026-05-18"), days(), days()),
            RejectionCode.UNKNOWN_PLACE)
        .at("notice.jurisdiction")
        .saying("place", "nowhere");
  }

  @Test
  void aNumberIsOneNoticePerPlace() {
    var there = local(PLACE, days("2026-05-18"), days(), days());
    var calendar = accepted(CALENDAR, there);
    refused(calendar, there, RejectionCode.NOTICE_ALREADY_RECORDED);
    assertThat(accepted(calendar, local(OTHER_PLACE, days("2026-05-18"), days(), days())).notices())
        .hasSize(3);
    assertThat(
            accepted(calendar, notice(2026, there.number(), days("2026-05-18"), days(), days()))
                .notices())
        .hasSize(3);
  }

  @Test
  void aDayIsRestoredOnlyWhereItWasChanged() {
    var calendar = accepted(CALENDAR, local(PLACE, days("2026-05-18"), days(), days()));
    refused(
        calendar,
        notice(2026, "2/TB", days(), days(), days("2026-05-18")),
        RejectionCode.DAY_NOT_CHANGED_BEFORE);
    var again =
        new CalendarNotice(2026, "2/TB", null, "x", days(), days(), days("2026-05-18"), PLACE);
    assertThat(accepted(calendar, again).in(PLACE).day(LocalDate.of(2026, 5, 18)))
        .isEqualTo(Day.WORKING);
    var elsewhere =
        new CalendarNotice(
            2026, "2/TB", null, "x", days(), days(), days("2026-05-18"), OTHER_PLACE);
    refused(calendar, elsewhere, RejectionCode.DAY_NOT_CHANGED_BEFORE);
  }

  /** Digests that decisions on record keep. */
  @Test
  void theDigestOfNoticesOfTheCountryIsThatOfTheFirstVersions() {
    assertThat(CALENDAR.sha256())
        .isEqualTo("1f894cdf2f81d1161f3ddc772cd52a7fa067b35f12c80f6a7ac89ba0610b0f7c");
  }

  @Test
  void onlyAdministratorsAndTheSoftwareRecordNotices() {
    reject(CALENDAR, YEAR_2026, ACT, Samples.RECEPTION).is(RejectionCode.ROLE_MAY_NOT);
    assertThat(decide(WorkingCalendar.EMPTY, YEAR_2026, ACT, Actor.SYSTEM))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void theActOfANoticeIsSound() {
    var notice = notice(2027, "1/TB", days("2027-01-01"), days(), days());
    reject(CALENDAR, notice, new Act(Capacity.ON_BEHALF, null, null), Samples.ADMINISTRATOR)
        .is(RejectionCode.ACT_NAMES_NOBODY)
        .at("act.onBehalfOf");
    reject(
            CALENDAR,
            notice,
            new Act(Capacity.HEAD, null, new ActDocument("1/QĐ", DAY.plusDays(1), null)),
            Samples.ADMINISTRATOR)
        .is(RejectionCode.DATE_IN_FUTURE)
        .at("act.document.date");
  }

  // Helpers

  private static LegalTerm term(int amount, Unit unit) {
    return new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, LegalBasis.HOUSE_RULE);
  }

  private static CalendarNotice notice(
      int year,
      String number,
      List<LocalDate> off,
      List<LocalDate> worked,
      @Nullable List<LocalDate> restored) {
    return new CalendarNotice(year, number, null, "Art. 112", off, worked, restored);
  }

  private static CalendarNotice local(
      String place,
      List<LocalDate> off,
      List<LocalDate> worked,
      @Nullable List<LocalDate> restored) {
    return new CalendarNotice(2026, "9/UBND", null, "local", off, worked, restored, place);
  }

  private static WorkingCalendar accepted(WorkingCalendar state, CalendarNotice notice) {
    return switch (decide(state, notice, ACT, Samples.ADMINISTRATOR)) {
      case Decision.Accepted<CalendarEvent>(var events) -> {
        var calendar = state;
        for (var event : events) {
          calendar = WorkingCalendar.evolve(calendar, event);
        }
        yield calendar;
      }
      case Decision.Rejected<CalendarEvent>(var rejection) -> fail(rejection.toString());
    };
  }

  private static RejectionAssert refused(
      WorkingCalendar state, CalendarNotice notice, RejectionCode code) {
    return reject(state, notice, ACT, Samples.ADMINISTRATOR).is(code);
  }

  private static RejectionAssert reject(
      WorkingCalendar state, CalendarNotice notice, Act act, Actor actor) {
    return switch (decide(state, notice, act, actor)) {
      case Decision.Accepted<CalendarEvent>(var events) -> fail("accepted: " + events);
      case Decision.Rejected<CalendarEvent>(var rejection) -> new RejectionAssert(rejection);
    };
  }

  private static Decision<CalendarEvent> decide(
      WorkingCalendar state, CalendarNotice notice, Act act, Actor actor) {
    return WorkingCalendar.decide(
        state, new RecordCalendarNotice(notice, act), Samples.context(actor, DAY));
  }
}
