package io.vientro.core.dossier;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a time limit: it runs from an event until it ends, and stays on record afterwards.
 *
 * @param endedOn or null while it runs
 * @param reason why it ended, or null while it runs
 * @param extension the re-appointment, or null
 * @param warned last day of which the warning spoke; null if none was raised
 * @param expired last day with which its expiry was raised; null if none was
 * @param correction the last correction of that expiry, or null
 * @param uncertain year without a notice of which an uncertain due date was raised, or null
 */
public record LimitSegment(
    TimeLimitStarted started,
    @Nullable LocalDate endedOn,
    TimeLimitEnded.@Nullable Reason reason,
    @Nullable TimeLimitExtended extension,
    @Nullable LocalDate warned,
    @Nullable LocalDate expired,
    @Nullable TimeLimitExpiryCorrected correction,
    @Nullable Integer uncertain) {

  /** Beginning of the id of the limit by which an apology is owed for another one. */
  public static final String APOLOGY = "apology-";

  /** A segment that has just begun. */
  public static LimitSegment of(TimeLimitStarted started) {
    return new LimitSegment(started, null, null, null, null, null, null, null);
  }

  public boolean running() {
    return endedOn == null;
  }

  /** Whether it is this segment of this limit. */
  public boolean is(String limit, int number) {
    return started.limit().equals(limit) && started.segment() == number;
  }

  /** Whether this agency owes it. */
  boolean owedBy(String agency) {
    var debtor = started.debtor();
    return debtor != null && agency.equals(debtor.agency());
  }

  /** How a duty stands. */
  public enum Standing {
    /** It is owed. */
    OPEN,
    /** It was done, and not late as far as the calendar tells. */
    DONE_ON_TIME,
    /** It was done after its due date. */
    DONE_LATE,
    /** It was waived, with reason and basis. */
    WAIVED,
    /** Nobody owes it any more: the case went back, moved, or ended. */
    NO_LONGER_OWED
  }

  /** How it stands, by the dates as the calendar has them. */
  public Standing standing(WorkingCalendar calendar) {
    if (endedOn == null || reason == null) {
      return Standing.OPEN;
    }
    return switch (reason) {
      case FULFILLED -> {
        yield late(endedOn, due(calendar)) ? Standing.DONE_LATE : Standing.DONE_ON_TIME;
      }
      case WAIVED -> Standing.WAIVED;
      case RETURNED_FOR_SUPPLEMENT, NO_LONGER_OWED, CASE_ENDED, PAUSED, CASE_MOVED, CORRECTED ->
          Standing.NO_LONGER_OWED;
    };
  }

  /** Of a limit in hours the ledger keeps the day of the end only; the expiry knows the minute. */
  private boolean late(LocalDate on, DueDate due) {
    var date = due.date();
    if (date == null) {
      return false;
    }
    var minute = due instanceof DueDate.On(_, var at) && at != null;
    return on.isAfter(date) || minute && on.equals(date) && expiryRaised();
  }

  /**
   * Whether an expiry stands: one that was raised for the due date as it is since the last
   * extension, and that no later notice of the calendar proved to be too early.
   */
  public boolean expiryRaised() {
    return expired != null
        && (extension == null || !expired.isBefore(extension.newDate()))
        && (correction == null || correction.expired());
  }

  /** The last day that was said to have passed, as last corrected; null before any expiry. */
  @Nullable LocalDate saidToHavePassed() {
    return correction == null ? expired : correction.due();
  }

  /** What is to be counted, an extension left aside. */
  public Count count() {
    return new Count(
        started.from(), started.at(), started.term(), started.used() == null ? 0 : started.used());
  }

  /** The due date, derived; it is never stored. An extension replaces it. */
  public DueDate due(WorkingCalendar calendar) {
    return extension == null ? firstDue(calendar) : new DueDate.On(extension.newDate());
  }

  /** The due date as it was before any extension. */
  public DueDate firstDue(WorkingCalendar calendar) {
    return calendar.in(started.jurisdiction()).due(count());
  }

  /** What an agency owed, the one that took its place owes (E36, E37). */
  LimitSegment movedTo(String from, String to) {
    var debtor = started.debtor();
    return running() && debtor != null && owedBy(from)
        ? new LimitSegment(
            new TimeLimitStarted(
                started.limit(),
                started.segment(),
                started.from(),
                started.term(),
                started.cause(),
                started.at(),
                started.used(),
                started.jurisdiction(),
                started.period(),
                new Debtor(debtor.party(), to),
                started.shifted(),
                started.asks(),
                started.warnDays()),
            endedOn,
            reason,
            extension,
            warned,
            expired,
            correction,
            uncertain)
        : this;
  }

  LimitSegment ended(LocalDate on, TimeLimitEnded.Reason why) {
    return new LimitSegment(started, on, why, extension, warned, expired, correction, uncertain);
  }

  LimitSegment extended(TimeLimitExtended e) {
    return new LimitSegment(started, endedOn, reason, e, null, expired, correction, uncertain);
  }

  LimitSegment warned(LocalDate due) {
    return new LimitSegment(
        started, endedOn, reason, extension, due, expired, correction, uncertain);
  }

  /** What was corrected before an extension is not about the end that passed now. */
  LimitSegment expired(LocalDate due) {
    return new LimitSegment(started, endedOn, reason, extension, warned, due, null, uncertain);
  }

  LimitSegment corrected(TimeLimitExpiryCorrected e) {
    return new LimitSegment(started, endedOn, reason, extension, warned, expired, e, uncertain);
  }

  LimitSegment uncertain(int year) {
    return new LimitSegment(started, endedOn, reason, extension, warned, expired, correction, year);
  }
}
