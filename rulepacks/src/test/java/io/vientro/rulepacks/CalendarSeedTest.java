package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSeedTest {
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSeed.notices());

  @ParameterizedTest(name = "{0} has {1} working days")
  @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 250", "2026, 249"})
  void each_year_has_its_working_days(int year, int workingDays) {
    var first = LocalDate.of(year, 1, 1);
    assertThat(first.datesUntil(first.plusYears(1)).map(CALENDAR::day))
        .filteredOn(d -> d == WorkingCalendar.Day.WORKING)
        .hasSize(workingDays);
  }

  @Test
  void notices_name_their_numbers_and_law_and_no_day_that_changes_nothing() {
    assertThat(CalendarSeed.notices())
        .extracting(CalendarNotice::year)
        .containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
    assertThat(CalendarSeed.notices())
        .allSatisfy(
            n -> {
              assertThat(n.number()).isNotBlank();
              assertThat(n.issuedOn()).isNull();
              assertThat(n.basis()).startsWith("Labour Code 45/2019/QH14");
              assertThat(n.off())
                  .allMatch(d -> d.getDayOfWeek().getValue() <= 5 && d.getYear() == n.year());
              assertThat(n.workedWeekendDays())
                  .allMatch(d -> d.getDayOfWeek().getValue() > 5 && d.getYear() == n.year());
            });
    var of2026 = CalendarSeed.notices().getLast();
    assertThat(of2026.basis()).endsWith("Resolution 28/2026/QH16 Art. 2");
    assertThat(of2026.off()).contains(LocalDate.of(2026, 11, 24));
    assertThat(of2026.number())
        .isEqualTo("9441/TB-BNV; 12729/VPCP-KGVX; 3383/BNV-CVL; 28/2026/QH16");
  }

  @Test
  void the_limits_of_the_decree_run_on_it() {
    var limits = BuiltInPacks.load().latest("nd80-2020").orElseThrow().load().pack().timeLimits();
    var appraisal =
        limits.stream().filter(l -> l.id().equals("appraisal")).findFirst().orElseThrow();
    assertThat(CALENDAR.due(LocalDate.of(2026, 2, 9), appraisal.term()))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 2)));
  }

  @Test
  void a_year_without_a_notice_is_a_gap() {
    assertThat(List.of(2020, 2027))
        .allMatch(y -> CALENDAR.day(LocalDate.of(y, 6, 1)) == WorkingCalendar.Day.UNKNOWN);
  }
}
