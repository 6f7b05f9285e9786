package io.vientro.command.due;

import io.vientro.core.DomainEvent;
import io.vientro.core.act.Act;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.DueDateUncertain;
import io.vientro.core.dossier.DutyWaived;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.dossier.TimeLimitExpired;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitExtended;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.dossier.TimeLimitWarned;
import io.vientro.core.log.LogMode;
import io.vientro.rulepacks.CalendarSeed;
import io.vientro.store.EventMetadata;
import io.vientro.store.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log of what happens to limits, put together by hand. */
public final class LimitEvents {
  private static final LegalBasis BASIS = new LegalBasis("Nghị định mẫu", "1.1");
  private static final Act ACT = new Act(Capacity.ASSIGNED_DUTY, null, null);
  private static final EventMetadata METADATA =
      new EventMetadata(
          Actor.SYSTEM.account(),
          Actor.SYSTEM.role(),
          Actor.SYSTEM.agency(),
          Capacity.ASSIGNED_DUTY,
          false,
          "test",
          "test",
          null,
          null,
          LogMode.TRAINING);

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();

  List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  LimitEvents add(String aggregate, DomainEvent event) {
    var sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
    events.add(
        new RecordedEvent(
            events.size(),
            "commit-" + events.size(),
            aggregate,
            sequence,
            "event-" + events.size(),
            Instant.EPOCH,
            event,
            METADATA));
    return this;
  }

  LimitEvents seed(int year) {
    return notice(
        CalendarSeed.notices().stream().filter(n -> n.year() == year).findFirst().orElseThrow());
  }

  LimitEvents notice(CalendarNotice notice) {
    return add(
        WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE),
        new CalendarNoticeRecorded(notice, ACT));
  }

  public static CalendarNotice notice(int year, LocalDate... off) {
    return new CalendarNotice(
        year,
        "TB-" + year + "-" + off.length,
        null,
        "Bộ luật Lao động, Điều 112",
        List.of(off),
        List.of(),
        null);
  }

  public static LegalTerm term(int amount, Unit unit) {
    return new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, BASIS);
  }

  /** A day that the law names itself. */
  public static LegalTerm fixed(LocalDate day) {
    return new LegalTerm(1, Unit.FIXED_DATE, EndRule.NO_ROLL, BASIS, day);
  }

  public static TimeLimitStarted started(
      String limit, int segment, LocalDate from, LegalTerm term, @Nullable Integer warnDays) {
    return new TimeLimitStarted(
        limit, segment, from, term, "test", null, null, null, null, null, null, null, warnDays);
  }

  public static TimeLimitStarted startedAt(String limit, Instant at, LocalDate from, int hours) {
    return new TimeLimitStarted(
        limit,
        1,
        from,
        term(hours, Unit.HOUR),
        "test",
        at,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static TimeLimitEnded ended(String limit, int segment, LocalDate on) {
    return new TimeLimitEnded(limit, segment, on, TimeLimitEnded.Reason.FULFILLED);
  }

  static TimeLimitWarned warned(String limit, int segment, LocalDate due) {
    return new TimeLimitWarned(limit, segment, due, null, List.of());
  }

  static TimeLimitExpired expired(String limit, int segment, LocalDate due) {
    return new TimeLimitExpired(limit, segment, due, null, List.of());
  }

  static TimeLimitExpiryCorrected corrected(
      String limit, int segment, LocalDate raised, LocalDate due) {
    return new TimeLimitExpiryCorrected(limit, segment, raised, due, true, List.of());
  }

  static TimeLimitExtended extended(String limit, int segment, LocalDate first, LocalDate to) {
    return new TimeLimitExtended(limit, segment, first, to, "bận", first, ACT);
  }

  static DueDateUncertain uncertain(String limit, int segment, int year) {
    return new DueDateUncertain(limit, segment, year, List.of());
  }

  static DutyWaived waived(String limit, int segment, LocalDate on) {
    return new DutyWaived(limit, segment, "lý do", "căn cứ", on, ACT);
  }
}
