package io.vientro.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.Samples;
import io.vientro.core.value.Copies;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarPropertiesTest {

  @Property
  void oneMoreDayOffNeverMakesADueDateEarlier(
      @ForAll @IntRange(min = 1, max = 365) int start,
      @ForAll @IntRange(min = 1, max = 365) int dayOff,
      @ForAll @IntRange(min = 1, max = 60) int amount,
      @ForAll Unit unit,
      @ForAll EndRule endRule) {
    var from = LocalDate.ofYearDay(2026, start);
    var term = new LegalTerm(amount, unit, endRule, LegalBasis.HOUSE_RULE);
    var before = earliest(Samples.CALENDAR.due(from, term));
    var after = earliest(calendarWithout(LocalDate.ofYearDay(2026, dayOff)).due(from, term));
    assertThat(after).isAfterOrEqualTo(before);
  }

  @Property
  void aTermEndsAfterItsStartAndOnAWorkingDayIfItRolls(
      @ForAll @IntRange(min = 1, max = 300) int start,
      @ForAll @IntRange(min = 1, max = 30) int amount,
      @ForAll Unit unit) {
    var from = LocalDate.ofYearDay(2026, start);
    var due =
        Samples.CALENDAR.due(
            from, new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, LegalBasis.HOUSE_RULE));
    assertThat(due).isInstanceOf(DueDate.On.class);
    assertThat(due.date()).isAfterOrEqualTo(from.plusDays(amount));
    assertThat(Samples.CALENDAR.day(((DueDate.On) due).date()))
        .isEqualTo(WorkingCalendar.Day.WORKING);
  }

  private static LocalDate earliest(DueDate due) {
    return switch (due) {
      case DueDate.On(var date) -> date;
      case DueDate.CalendarGap gap ->
          gap.notBefore() == null ? gap.certainUntil().plusDays(1) : gap.notBefore();
    };
  }

  /** A weekday more is off, or a worked weekend day rests after all. */
  private static WorkingCalendar calendarWithout(LocalDate day) {
    var weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new WorkingCalendar(
        Copies.append(
            Samples.CALENDAR.notices(),
            List.of(
                new CalendarNotice(
                    2026,
                    "x",
                    null,
                    "x",
                    weekend ? List.of() : List.of(day),
                    List.of(),
                    weekend ? List.of(day) : List.of()))));
  }
}
