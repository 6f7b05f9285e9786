package io.vientro.core.calendar;

import io.vientro.core.Zone;
import io.vientro.core.calendar.LegalTerm.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param from date of the event that starts the count, Asia/Ho_Chi_Minh
 * @param at the event's minute; a term in hours needs it and runs from it, whatever {@code from}
 *     says; the other units do not look at it
 * @param term how long; null where nothing says how long
 * @param used units spent before, where a paused term resumes; a fixed date stands whatever was
 *     spent
 */
public record Count(LocalDate from, @Nullable Instant at, @Nullable LegalTerm term, int used) {

  /**
   * @throws IllegalArgumentException if a term in hours has no minute to run from, or if {@code
   *     used} is negative
   */
  public Count {
    at = at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    if (term != null && term.unit() == Unit.HOUR && at == null) {
      throw new IllegalArgumentException("a term in hours runs from a minute");
    }
    if (used < 0) {
      throw new IllegalArgumentException("no less than nothing was used, not " + used);
    }
  }

  /** A whole term from a day on. */
  public static Count of(LocalDate from, LegalTerm term) {
    return new Count(from, null, term, 0);
  }

  /** A whole term from an instant on. */
  public static Count of(Instant at, LegalTerm term) {
    return new Count(Zone.dateOf(at), at, term, 0);
  }

  /** Units that are left of a term; at least none. */
  static int left(LegalTerm term, int used) {
    return Math.max(0, term.amount() - used);
  }
}
