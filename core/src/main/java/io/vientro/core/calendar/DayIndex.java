package io.vientro.core.calendar;

import io.vientro.core.calendar.WorkingCalendar.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the notices make of the days, ready to be counted: known years without a hole between them
 * are one run, in which the working days before each day, and the day of each working day, are
 * looked up instead of walked to.
 */
final class DayIndex {
  /** No such day is known. */
  static final long NONE = Long.MIN_VALUE;

  private final long[] starts;
  private final Run[] runs;
  private final Map<LocalDate, CalendarNotice> decided;

  private DayIndex(List<Run> runs, Map<LocalDate, CalendarNotice> decided) {
    this.runs = runs.toArray(Run[]::new);
    this.starts = runs.stream().mapToLong(Run::start).toArray();
    this.decided = decided;
  }

  /**
   * @param country notices that hold everywhere, in order; they alone make a year known
   * @param local a place's own notices, in order, on top of them
   */
  static DayIndex of(List<CalendarNotice> country, List<CalendarNotice> local) {
    var ofYear = new TreeMap<Integer, List<CalendarNotice>>();
    country.forEach(n -> ofYear.computeIfAbsent(n.year(), _ -> new ArrayList<>()).add(n));
    local.forEach(n -> ofYear.computeIfPresent(n.year(), (_, all) -> with(all, n)));
    var decided = new HashMap<LocalDate, CalendarNotice>();
    var working = new HashMap<LocalDate, Boolean>();
    ofYear.values().stream().flatMap(List::stream).forEach(n -> apply(n, working, decided));
    var runs = new ArrayList<Run>();
    var years = new TreeSet<>(ofYear.keySet());
    while (!years.isEmpty()) {
      int first = years.pollFirst();
      var last = first;
      while (years.remove(last + 1)) {
        last++;
      }
      runs.add(Run.of(first, last, working));
    }
    return new DayIndex(runs, decided);
  }

  private static List<CalendarNotice> with(List<CalendarNotice> all, CalendarNotice one) {
    all.add(one);
    return all;
  }

  /** Within one notice a day off goes before a worked day, and that before a restored one. */
  private static void apply(
      CalendarNotice notice,
      Map<LocalDate, Boolean> working,
      Map<LocalDate, CalendarNotice> decided) {
    days(notice, notice.restored()).forEach(d -> working.put(d, !WorkingCalendar.isWeekend(d)));
    days(notice, notice.workedWeekendDays()).forEach(d -> working.put(d, true));
    days(notice, notice.off()).forEach(d -> working.put(d, false));
    Stream.of(notice.off(), notice.workedWeekendDays(), notice.restored())
        .flatMap(listed -> days(notice, listed))
        .forEach(d -> decided.put(d, notice));
  }

  private static Stream<LocalDate> days(CalendarNotice notice, List<LocalDate> listed) {
    return listed.stream().filter(d -> d.getYear() == notice.year());
  }

  Day day(LocalDate date) {
    var day = date.toEpochDay();
    var run = runAt(day);
    if (run == null) {
      return Day.UNKNOWN;
    }
    return run.workingBefore(day + 1) > run.workingBefore(day) ? Day.WORKING : Day.OFF;
  }

  /** The last notice that says anything of a day; null if none does. */
  @Nullable CalendarNotice decided(LocalDate date) {
    return decided.get(date);
  }

  /**
   * The n-th working day of those from a day on, that day included.
   *
   * @param n from 1
   * @return its epoch day, or {@link #NONE} if the count touches an unknown year
   */
  long working(LocalDate from, int n) {
    var day = from.toEpochDay();
    var run = runAt(day);
    return run == null ? NONE : run.nth((long) run.workingBefore(day) + n - 1);
  }

  /** The first day from one on of which nothing is known. */
  LocalDate firstUnknown(LocalDate from) {
    var run = runAt(from.toEpochDay());
    return run == null ? from : LocalDate.ofEpochDay(run.start() + run.length());
  }

  /** The last known day before an unknown one; null if none is known. */
  @Nullable LocalDate lastKnownBefore(LocalDate unknown) {
    var before = place(unknown.toEpochDay());
    return before < 0
        ? null
        : LocalDate.ofEpochDay(runs[before].start() + runs[before].length() - 1L);
  }

  private @Nullable Run runAt(long day) {
    var place = place(day);
    return place < 0 || day >= runs[place].start() + runs[place].length() ? null : runs[place];
  }

  /** Place of the last run that starts by then; -1 if none does. */
  private int place(long day) {
    var found = Arrays.binarySearch(starts, day);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Known years without a hole.
   *
   * @param start its first epoch day
   * @param before how many working days lie before each day, and before the end
   * @param nth which day each working day is, counted from the start
   */
  private record Run(long start, int[] before, int[] nth) {

    static Run of(int firstYear, int lastYear, Map<LocalDate, Boolean> working) {
      var start = LocalDate.of(firstYear, 1, 1);
      var length =
          Math.toIntExact(LocalDate.of(lastYear, 12, 31).toEpochDay() + 1L - start.toEpochDay());
      var before = new int[length + 1];
      var nth = new int[length];
      for (var i = 0; i < length; i++) {
        var date = start.plusDays(i);
        nth[before[i]] = i;
        var worked = working.getOrDefault(date, !WorkingCalendar.isWeekend(date));
        before[i + 1] = before[i] + (worked ? 1 : 0);
      }
      return new Run(start.toEpochDay(), before, Arrays.copyOf(nth, before[length]));
    }

    int length() {
      return before.length - 1;
    }

    int workingBefore(long day) {
      return before[Math.toIntExact(day - start)];
    }

    /**
     * @param place from 0
     */
    long nth(long place) {
      return place < nth.length ? start + nth[Math.toIntExact(place)] : NONE;
    }
  }
}
