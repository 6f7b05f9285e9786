package io.vientro.core.calendar;

import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice of days off and worked weekend days (thông báo lịch nghỉ, hoán đổi ngày làm việc).
 *
 * @param year the year whose days it fixes, all of them together with earlier notices of that year
 * @param number number and symbol of the notice, several separated by "; "
 * @param issuedOn date of the notice, or null where the record of it names none
 * @param basis on which law it rests
 * @param off weekdays that become days off
 * @param workedWeekendDays Saturdays or Sundays on which offices work
 * @param restored days that an earlier notice took off and this one gives back to work, or an
 *     earlier worked day that rests again
 * @param jurisdiction place (an id of the agency registry) in which alone it holds, on top of the
 *     country's notices; null for the whole country
 */
public record CalendarNotice(
    int year,
    String number,
    @Nullable LocalDate issuedOn,
    String basis,
    List<LocalDate> off,
    List<LocalDate> workedWeekendDays,
    @Nullable List<LocalDate> restored,
    @Nullable String jurisdiction) {
  public CalendarNotice {
    off = Copies.list(off);
    workedWeekendDays = Copies.list(workedWeekendDays);
    restored = Copies.listOrEmpty(restored);
  }

  /** A notice for the whole country. */
  public CalendarNotice(
      int year,
      String number,
      @Nullable LocalDate issuedOn,
      String basis,
      List<LocalDate> off,
      List<LocalDate> workedWeekendDays,
      @Nullable List<LocalDate> restored) {
    this(year, number, issuedOn, basis, off, workedWeekendDays, restored, null);
  }
}
