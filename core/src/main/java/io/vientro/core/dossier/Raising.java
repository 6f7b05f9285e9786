package io.vientro.core.dossier;

import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a segment of a limit still has to be raised for, and from which instant. It follows from the
 * segment and the calendar alone, so that an index can be kept of it and the aggregate decides by
 * the same rule.
 */
public final class Raising {
  private Raising() {}

  /**
   * One thing to raise.
   *
   * @param at the instant from which it may be raised, never before
   * @param due the last day it is about; in a gap of the calendar the day from which the due date
   *     may be near
   */
  public record Pending(What what, Instant at, LocalDate due) {}

  /** Everything that is still to be raised, the earliest first. */
  public static List<Pending> of(LimitSegment segment, WorkingCalendar calendar) {
    var due = segment.due(calendar);
    var pending = new ArrayList<Pending>();
    if (segment.expiryRaised()) {
      if (!Objects.equals(segment.saidToHavePassed(), due.date())) {
        pending.add(new Pending(What.CORRECTION, Instant.EPOCH, said(segment, due)));
      }
      return pending;
    }
    if (!segment.running() || isApology(segment)) {
      return pending;
    }
    switch (due) {
      case DueDate.On(var date, _) -> {
        var warnAt = warnAt(segment, date);
        if (warnAt != null) {
          pending.add(new Pending(What.WARNING, warnAt, date));
        }
        pending.add(new Pending(What.EXPIRY, Objects.requireNonNull(due.endsAt()), date));
      }
      case DueDate.CalendarGap gap -> {
        if (!Integer.valueOf(gap.year()).equals(segment.uncertain())) {
          pending.add(new Pending(What.UNCERTAINTY, startOf(gap.orderedBy()), gap.orderedBy()));
        }
      }
      case DueDate.Open() -> {}
    }
    return List.copyOf(pending);
  }

  /** An apology that was not given is found late together with the limit that it is for. */
  private static boolean isApology(LimitSegment segment) {
    return segment.started().limit().startsWith(LimitSegment.APOLOGY);
  }

  private static LocalDate said(LimitSegment segment, DueDate due) {
    var now = due.date();
    return now == null ? Objects.requireNonNull(segment.expired()) : now;
  }

  private static @Nullable Instant warnAt(LimitSegment segment, LocalDate due) {
    var days = segment.started().warnDays();
    return days == null || due.equals(segment.warned()) ? null : startOf(due.minusDays(days));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Zone.HO_CHI_MINH).toInstant();
  }
}
