package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.core.rules.DutyParty;
import io.vientro.query.answer.DutyAnswers.Corrected;
import io.vientro.query.answer.DutyAnswers.Duties;
import io.vientro.query.answer.DutyAnswers.DutyCounts;
import io.vientro.query.answer.DutyAnswers.DutyItem;
import io.vientro.query.answer.DutyAnswers.NoticeItem;
import io.vientro.query.answer.DutyAnswers.Notices;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.answer.TimeLimitAnswer.DebtorAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.answer.WorkAnswers.Command;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.work.CalendarDuty;
import io.vientro.query.work.DutyRow;
import io.vientro.query.work.NoticeRow;
import io.vientro.query.work.WorkCount;
import io.vientro.query.work.WorkList;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Reads who owes what, and what they were told of it. Who may read nothing gets empty pages. */
public final class DutyQuery {
  /** Id under which the duty to record the notice of a year stands among the limits. */
  public static final String CALENDAR_NOTICE = "calendar-notice";

  private static final int COUNTED_UP_TO = 1000;

  private final OpenRows rows;
  private final Law law;
  private final Clock clock;
  private final int soonDays;

  /**
   * @param soonDays a due date at most so many calendar days away is soon
   */
  public DutyQuery(ViewStore store, Law law, Clock clock, int soonDays) {
    this(new OpenRows(store), law, clock, soonDays);
  }

  DutyQuery(OpenRows rows, Law law, Clock clock, int soonDays) {
    this.rows = rows;
    this.law = law;
    this.clock = clock;
    this.soonDays = soonDays;
  }

  private Urgency.Today today() {
    return new Urgency.Today(clock.instant(), soonDays);
  }

  /**
   * Duties that the reader may see. An administrator reads no dossiers and sees the duties to
   * record notices of the calendar.
   */
  public Duties duties(Actor actor, DutyFilter filter, Paging paging) {
    if (actor.role() == Role.ADMINISTRATOR) {
      return calendarDuties(filter, paging);
    }
    var sight = ReadRights.dossiers(actor);
    var today = today();
    var items = new WorkItems(law, today);
    var page =
        sight instanceof Sight.Nothing
            ? new OpenRows.Page<DutyRow>(List.of(), null)
            : rows.page(
                WorkList.DUTIES,
                DutyRow.class,
                filter.conditions(sight, today),
                WorkList.DUTIES + "\n" + filter,
                paging.cursor(),
                paging.limit());
    return new Duties(
        page.rows().stream().map(row -> item(row, items, today)).toList(),
        page.nextCursor(),
        paging.cursor() == null ? counts(sight, today) : null,
        today.date(),
        soonDays,
        paging.readModelPosition(),
        paging.mode());
  }

  private static DutyItem item(DutyRow row, WorkItems items, Urgency.Today today) {
    var limit = row.limit();
    var term = limit.term();
    var open = row.standing() == Standing.OPEN;
    var due = row.due().dueDate();
    var correction = row.correction();
    return new DutyItem(
        WorkItems.dossier(row.dossier()),
        limit.limit(),
        items.name(limit.limit(), row.dossier()),
        limit.segment(),
        limit.period(),
        items.debtor(Objects.requireNonNull(limit.debtor())),
        limit.from(),
        term == null ? null : term.basis(),
        Due.of(due),
        row.firstDue() == null ? null : Due.of(row.firstDue().dueDate()),
        Worded.ofOwn(DutyStanding.of(row, today)),
        open ? Worded.ofOwn(Urgency.of(due, today)) : null,
        open ? Urgency.daysLeft(due, today.date()) : null,
        row.expired(),
        correction == null ? null : new Corrected(correction.due(), correction.expired()),
        row.endedOn(),
        Worded.ofNullable(row.ended()),
        "/api/v1/dossiers/%s/time-limits/%s/explanation?segment=%d"
            .formatted(row.dossier().id(), limit.limit(), limit.segment()),
        null);
  }

  private DutyCounts counts(Sight sight, Urgency.Today today) {
    if (sight instanceof Sight.Nothing) {
      return new DutyCounts(0, 0, 0, 0, 0, List.of(), 0, 0, 0, 0, COUNTED_UP_TO);
    }
    var counts = rows.counts(WorkList.DUTIES, OpenRows.scope(sight));
    return new DutyCounts(
        WorkItems.total(counts, Standing.OPEN.name()),
        WorkItems.total(counts, Standing.DONE_ON_TIME.name()),
        WorkItems.total(counts, Standing.DONE_LATE.name()),
        WorkItems.total(counts, Standing.WAIVED.name()),
        WorkItems.total(counts, Standing.NO_LONGER_OWED.name()),
        WorkItems.counted(counts, DutyRow.LIMIT),
        urgent(sight, Urgency.OVERDUE, today),
        urgent(sight, Urgency.DUE_TODAY, today),
        urgent(sight, Urgency.DUE_SOON, today),
        urgent(sight, Urgency.DUE_UNCERTAIN, today),
        COUNTED_UP_TO);
  }

  private long urgent(Sight sight, Urgency urgency, Urgency.Today today) {
    var filter = new DutyFilter(null, null, null, urgency, null, null);
    return rows.count(WorkList.DUTIES, filter.conditions(sight, today), COUNTED_UP_TO);
  }

  private Duties calendarDuties(DutyFilter filter, Paging paging) {
    var all = new TreeMap<String, DutyItem>();
    for (var duty : rows.calendarDuties()) {
      var item = item(duty);
      if (matches(filter, item)) {
        all.put((duty.recordedAt() == null ? DutyRow.OPEN : DutyRow.DONE) + duty.id(), item);
      }
    }
    var question = CALENDAR_NOTICE + "\n" + filter;
    var place = Cursors.read(question, paging.cursor());
    var left = place == null ? all : all.tailMap(place, false);
    var shown = left.entrySet().stream().limit(paging.limit()).toList();
    return new Duties(
        shown.stream().map(entry -> entry.getValue()).toList(),
        left.size() > shown.size() ? Cursors.write(question, shown.getLast().getKey()) : null,
        null,
        today().date(),
        soonDays,
        paging.readModelPosition(),
        paging.mode());
  }

  private static boolean matches(DutyFilter filter, DutyItem item) {
    return filter.agency() == null
        && filter.text() == null
        && filter.urgency() == null
        && (filter.debtor() == null || filter.debtor() == DutyParty.ADMINISTRATOR)
        && (filter.limit() == null || filter.limit().equals(CALENDAR_NOTICE))
        && (filter.standing() == null || filter.standing().name().equals(item.standing().code()));
  }

  /** It is owed without a limit, so whenever it is done it is on time. */
  private static DutyItem item(CalendarDuty duty) {
    var done = duty.recordedAt();
    var command = CommandName.RECORD_CALENDAR_NOTICE;
    return new DutyItem(
        null,
        CALENDAR_NOTICE,
        Texts.of("limit.calendar-notice"),
        1,
        String.valueOf(duty.year()),
        new DebtorAnswer(Worded.of(DutyParty.ADMINISTRATOR), null),
        Zone.dateOf(duty.since()),
        null,
        Due.of(new DueDate.Open()),
        null,
        Worded.ofOwn(done == null ? DutyStanding.OPEN : DutyStanding.DONE_ON_TIME),
        done == null ? Worded.ofOwn(Urgency.DUE_UNCERTAIN) : null,
        null,
        null,
        null,
        done == null ? null : Zone.dateOf(done),
        null,
        null,
        done == null
            ? new Command(
                command.commandName(),
                Worded.of(command),
                "/api/v1/calendars/" + WorkingCalendar.CIVIL_SERVICE + "/" + command.path())
            : null);
  }

  /** Notices to the reader's agency or organisation; to administrators, those to administrators. */
  public Notices notices(Actor actor, NoticeFilter filter, Paging paging) {
    var sight = ReadRights.notices(actor);
    if (sight instanceof Sight.Nothing) {
      return new Notices(List.of(), null, 0L, paging.readModelPosition(), paging.mode());
    }
    var items = new WorkItems(law, today());
    var readsDossiers = !(ReadRights.dossiers(actor) instanceof Sight.Nothing);
    var page =
        rows.page(
            WorkList.NOTICES,
            NoticeRow.class,
            filter.conditions(sight),
            WorkList.NOTICES + "\n" + filter,
            paging.cursor(),
            paging.limit());
    var unread = WorkCount.id(WorkList.NOTICES, OpenRows.scope(sight), NoticeRow.COUNT_UNREAD, "");
    return new Notices(
        page.rows().stream().map(row -> item(row, items, readsDossiers)).toList(),
        page.nextCursor(),
        paging.cursor() == null ? rows.counts(List.of(unread)).getFirst() : null,
        paging.readModelPosition(),
        paging.mode());
  }

  private static NoticeItem item(NoticeRow row, WorkItems items, boolean readsDossiers) {
    var notice = row.notice();
    var dossier = row.dossier();
    return new NoticeItem(
        notice.id(),
        dossier.id(),
        readsDossiers ? WorkItems.dossier(dossier) : null,
        Worded.of(notice.what()),
        notice.limit(),
        items.name(notice.limit(), dossier),
        notice.segment(),
        items.debtor(new Debtor(notice.to(), notice.agency())),
        row.owedBy() == null ? null : items.debtor(row.owedBy()),
        notice.basis(),
        notice.due(),
        notice.year(),
        notice.raisedAt(),
        notice.acknowledgedOn(),
        notice.acknowledgedOn() == null
            ? WorkItems.command(dossier.id(), CommandName.ACKNOWLEDGE_NOTICE)
            : null);
  }
}
