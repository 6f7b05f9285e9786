package io.vientro.query.answer;

import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitExtended;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a time limit.
 *
 * @param limit id of the limit in the pack
 * @param name null if the reader has no pack at hand
 * @param segment from 1
 * @param from date of the event that started it; the day itself is not counted
 * @param term how long it is, how it ends, and where it stands; null where nothing gives a limit
 * @param cause name of the step that started it
 * @param period period that it is about, for example {@code 2023} or {@code 2023-H1}; null for one
 *     that comes once
 * @param jurisdiction place whose notices count beside the country's, or null
 * @param shifted why it is counted from a later day than the event's; null where it is not
 * @param debtor who owes it; null where nobody in particular does
 * @param due when it ends, derived from the calendar as it is now; an extension counts
 * @param firstDue when it would have ended without its extension; null where it has none
 * @param extension how its end was moved; null where it was not
 * @param standing how it stands by the calendar as it is now
 * @param running whether it runs
 * @param overdue whether it runs and its last day has passed; null in a gap of the calendar that
 *     does not tell
 * @param warned last day of which a warning spoke; null if none was raised
 * @param expired last day with which its expiry was raised; null if none was
 * @param correction how that expiry was corrected; null if it was not
 * @param endedOn when it ended, or null
 * @param ended why it ended, or null
 */
public record TimeLimitAnswer(
    String limit,
    @Nullable Bilingual name,
    int segment,
    LocalDate from,
    @Nullable LegalTerm term,
    String cause,
    @Nullable String period,
    @Nullable String jurisdiction,
    @Nullable String shifted,
    @Nullable DebtorAnswer debtor,
    Due due,
    @Nullable Due firstDue,
    @Nullable Extension extension,
    Worded standing,
    boolean running,
    @Nullable Boolean overdue,
    @Nullable LocalDate warned,
    @Nullable LocalDate expired,
    @Nullable Correction correction,
    @Nullable LocalDate endedOn,
    @Nullable Worded ended) {

  /**
   * A due date, or why there is none yet.
   *
   * @param outcome {@code ON}, {@code CALENDAR_GAP}, or {@code OPEN} where nothing says when
   * @param date last day, or null in a gap
   * @param missingYear year whose notice is not on record; null without a gap
   * @param certainUntil last day up to which the calendar is known; null without a gap
   * @param notBefore earliest day it can be; null without a gap or where the count itself is
   *     uncertain
   * @param at last minute, UTC, of a limit in hours; else null
   */
  public record Due(
      String outcome,
      @Nullable LocalDate date,
      @Nullable Integer missingYear,
      @Nullable LocalDate certainUntil,
      @Nullable LocalDate notBefore,
      @Nullable Instant at) {
    public static final String ON = "ON";
    public static final String CALENDAR_GAP = "CALENDAR_GAP";
    public static final String OPEN = "OPEN";

    static Due of(DueDate due) {
      return switch (due) {
        case DueDate.On(var date, var at) -> new Due(ON, date, null, null, null, at);
        case DueDate.CalendarGap(var year, var certainUntil, var notBefore) ->
            new Due(CALENDAR_GAP, null, year, certainUntil, notBefore, null);
        case DueDate.Open() -> new Due(OPEN, null, null, null, null, null);
      };
    }
  }

  /**
   * Who owes something, or is told of it.
   *
   * @param party in which part
   * @param agency its agency or organisation; null where none is known
   */
  public record DebtorAnswer(Worded party, @Nullable AgencyAnswer agency) {
    static DebtorAnswer of(Debtor debtor, AgencyRegistry registry) {
      return new DebtorAnswer(
          Worded.of(debtor.party()), AgencyAnswer.ofNullable(debtor.agency(), registry));
    }

    static @Nullable DebtorAnswer ofNullable(@Nullable Debtor debtor, AgencyRegistry registry) {
      return debtor == null ? null : of(debtor, registry);
    }
  }

  /**
   * How the end of a limit was moved, with an apology.
   *
   * @param reason null in lists
   */
  public record Extension(LocalDate newDate, @Nullable String reason, LocalDate extendedOn) {
    static @Nullable Extension of(@Nullable TimeLimitExtended e) {
      return e == null
          ? null
          : new Extension(e.newDate(), e.reason().isEmpty() ? null : e.reason(), e.extendedOn());
    }
  }

  /**
   * A later notice moved the due date of a limit whose expiry was raised.
   *
   * @param raised last day with which it was raised
   * @param due last day as it then was; null where the calendar no longer told it
   * @param expired whether it had passed all the same
   */
  public record Correction(LocalDate raised, @Nullable LocalDate due, boolean expired) {
    static @Nullable Correction of(@Nullable TimeLimitExpiryCorrected e) {
      return e == null ? null : new Correction(e.raised(), e.due(), e.expired());
    }
  }

  /**
   * What a segment is read with.
   *
   * @param pack null if the reader has none at hand
   */
  record Reading(
      @Nullable RulePack pack, AgencyRegistry registry, WorkingCalendar calendar, Instant now) {}

  static TimeLimitAnswer of(LimitSegment segment, Reading reading) {
    var started = segment.started();
    var calendar = reading.calendar();
    var due = segment.due(calendar);
    return new TimeLimitAnswer(
        started.limit(),
        LimitNames.of(started.limit(), reading.pack()),
        started.segment(),
        started.from(),
        started.term(),
        started.cause(),
        started.period(),
        started.jurisdiction(),
        started.shifted(),
        DebtorAnswer.ofNullable(started.debtor(), reading.registry()),
        Due.of(due),
        segment.extension() == null ? null : Due.of(segment.firstDue(calendar)),
        Extension.of(segment.extension()),
        Worded.of(segment.standing(calendar)),
        segment.running(),
        segment.running() ? past(due, reading.now()) : Boolean.FALSE,
        segment.warned(),
        segment.expired(),
        Correction.of(segment.correction()),
        segment.endedOn(),
        Worded.ofNullable(segment.reason()));
  }

  /** Whether a due date has passed on a day; null in a gap of the calendar that does not tell. */
  static @Nullable Boolean past(DueDate due, LocalDate day) {
    return switch (due) {
      case DueDate.On(var date, _) -> day.isAfter(date);
      // As long as the known part of the calendar lasts, the term cannot have ended.
      case DueDate.CalendarGap gap -> day.isAfter(gap.certainUntil()) ? null : Boolean.FALSE;
      case DueDate.Open() -> Boolean.FALSE;
    };
  }

  /** As {@link #past(DueDate, LocalDate)}, to the minute for a term in hours. */
  static @Nullable Boolean past(DueDate due, Instant now) {
    return due instanceof DueDate.On
        ? !Objects.requireNonNull(due.endsAt()).isAfter(now)
        : past(due, Zone.dateOf(now));
  }
}
