package io.vientro.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
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
    var count = count(from, amount, unit, endRule);
    var before = earliest(Samples.CALENDAR.due(count));
    var after = earliest(calendarWithout(LocalDate.ofYearDay(2026, dayOff)).due(count));
    assertThat(after).isAfterOrEqualTo(before);
  }

  @Property
  void aTermEndsAfterItsStartAndOnAWorkingDayIfItRolls(
      @ForAll @IntRange(min = 1, max = 300) int start,
      @ForAll @IntRange(min = 1, max = 30) int amount,
      @ForAll boolean working) {
    var from = LocalDate.ofYearDay(2026, start);
    var unit = working ? Unit.WORKING_DAY : Unit.CALENDAR_DAY;
    var due = Samples.CALENDAR.due(count(from, amount, unit, EndRule.ROLL_FORWARD));
    assertThat(due).isInstanceOf(DueDate.On.class);
    assertThat(due.date()).isAfterOrEqualTo(from.plusDays(amount));
    assertThat(Samples.CALENDAR.day(((DueDate.On) due).date()))
        .isEqualTo(WorkingCalendar.Day.WORKING);
  }

  /** A fixed date is the day {@code amount} days on; hours run from noon. */
  private static Count count(LocalDate from, int amount, Unit unit, EndRule endRule) {
    var fixed = unit == Unit.FIXED_DATE;
    return new Count(
        from,
        from.atTime(12, 0).atZone(Zone.HO_CHI_MINH).toInstant(),
        new LegalTerm(
            fixed ? 1 : amount,
            unit,
            endRule,
            LegalBasis.HOUSE_RULE,
            fixed ? from.plusDays(amount) : null),
        0);
  }

  private static LocalDate earliest(DueDate due) {
    return switch (due) {
      case DueDate.On(var date, _) -> date;
      case DueDate.CalendarGap gap ->
          gap.notBefore() == null ? gap.certainUntil().plusDays(1) : gap.notBefore();
      case DueDate.Open open -> open.orderedBy();
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
