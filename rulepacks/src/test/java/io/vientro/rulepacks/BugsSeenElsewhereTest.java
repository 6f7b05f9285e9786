package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.calendar.WorkingCalendar.Day;
import io.vientro.core.decision.LegalBasis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that other software for the same offices makes with dates. */
class BugsSeenElsewhereTest {
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSeed.notices());

  /** There, the pause was added as calendar days less one, and then one working day more. */
  @Test
  void a_pause_is_not_added_as_calendar_days() {
    // Five of ten working days are used by Friday 6 February; the dossier is back on Wednesday the
    // 25th, after Tet. Thursday 26, Friday 27, Monday 2 to Wednesday 4 March are the other five.
    var resumed = new Count(LocalDate.of(2026, 2, 25), null, term(10, Unit.WORKING_DAY), 5);
    assertThat(CALENDAR.due(resumed)).isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 4)));
    // Counting from Monday 2 March, five days are used by Monday the 9th; the dossier is back on
    // Saturday the 14th. The other way: Monday 16 + 5 days of pause - 1 + 1 working day = Monday
    // 23.
    assertThat(CALENDAR.due(LocalDate.of(2026, 3, 2), term(10, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 16)));
    var backOnASaturday = new Count(LocalDate.of(2026, 3, 14), null, term(10, Unit.WORKING_DAY), 5);
    assertThat(CALENDAR.due(backOnASaturday)).isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 20)));
  }

  /** There, days off were loaded from today on, so those before a late entry did not count. */
  @Test
  void days_off_in_the_past_count_for_a_dossier_that_is_entered_late() {
    assertThat(CALENDAR.due(LocalDate.of(2021, 2, 8), term(5, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.On(LocalDate.of(2021, 2, 22)));
    assertThat(
            new WorkingCalendar(CalendarSeed.notices().subList(0, 1))
                .due(LocalDate.of(2021, 2, 8), term(5, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.On(LocalDate.of(2021, 2, 22)));
  }

  @Test
  void a_saturday_that_offices_work_is_a_working_day() {
    assertThat(CALENDAR.due(LocalDate.of(2024, 5, 3), term(1, Unit.WORKING_DAY)).date())
        .isEqualTo(LocalDate.of(2024, 5, 4));
    assertThat(CALENDAR.due(LocalDate.of(2024, 5, 3), term(1, Unit.CALENDAR_DAY)).date())
        .isEqualTo(LocalDate.of(2024, 5, 4));
  }

  /** There, an exception was swallowed and a default date came out. */
  @Test
  void what_cannot_be_counted_gives_no_date() {
    var gap = CALENDAR.due(LocalDate.of(2026, 12, 30), term(2, Unit.WORKING_DAY));
    assertThat(gap.date()).isNull();
    assertThat(gap.endsAt()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.due(LocalDate.of(2026, 3, 2), term(48, Unit.HOUR)));
    assertThat(WorkingCalendar.EMPTY.due(LocalDate.of(2026, 3, 2), term(1, Unit.WORKING_DAY)))
        .isEqualTo(new DueDate.CalendarGap(2026, LocalDate.of(2025, 12, 31), null));
  }

  /** There, every failure meant "no day off". */
  @Test
  void a_day_of_which_nothing_is_known_is_not_taken_for_a_working_day() {
    for (var day :
        List.of(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 1, 1), LocalDate.of(2020, 6, 1))) {
      assertThat(CALENDAR.day(day)).isEqualTo(Day.UNKNOWN);
    }
  }

  /** There, the number of days was taken for working days whatever the law says. */
  @Test
  void days_are_not_working_days() {
    var from = LocalDate.of(2026, 3, 2);
    assertThat(CALENDAR.due(from, term(20, Unit.CALENDAR_DAY)).date())
        .isEqualTo(LocalDate.of(2026, 3, 23));
    assertThat(CALENDAR.due(from, term(20, Unit.WORKING_DAY)).date())
        .isEqualTo(LocalDate.of(2026, 3, 30));
  }

  private static LegalTerm term(int amount, Unit unit) {
    return new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, LegalBasis.HOUSE_RULE);
  }
}
