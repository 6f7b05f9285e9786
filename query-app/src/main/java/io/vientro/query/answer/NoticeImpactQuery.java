package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.app.Law;
import io.vientro.app.Settings;
import io.vientro.core.act.Act;
import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.Role;
import io.vientro.http.problem.ProblemException;
import io.vientro.query.answer.NoticeImpactAnswers.Moved;
import io.vientro.query.answer.NoticeImpactAnswers.NoticeImpact;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.work.DeadlineRow;
import io.vientro.query.work.WorkKeys;
import io.vientro.query.work.WorkList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Tells which open limits a notice of the calendar would move. Nothing is recorded. */
public final class NoticeImpactQuery {
  private static final Act BY_DUTY = new Act(Capacity.ASSIGNED_DUTY, null, null);

  private final OpenRows rows;
  private final Law law;

  public NoticeImpactQuery(ViewStore store, Law law) {
    this(new OpenRows(store), law);
  }

  NoticeImpactQuery(OpenRows rows, Law law) {
    this.rows = rows;
    this.law = law;
  }

  /**
   * What a notice would move.
   *
   * @throws ProblemException as the command that records it would be refused
   */
  public NoticeImpact impact(Actor actor, CalendarNotice notice, Paging paging) {
    var before = law.calendar();
    var after = with(before, notice);
    var administrator = actor.role() == Role.ADMINISTRATOR;
    var sight = administrator ? new Sight.Everything() : ReadRights.dossiers(actor);
    var page =
        rows.page(
            WorkList.DEADLINES,
            DeadlineRow.class,
            conditions(sight, notice.year()),
            "notice-impact\n" + after.sha256(),
            paging.cursor(),
            paging.limit());
    var items = new WorkItems(law, new Urgency.Today(Instant.EPOCH, 0));
    return new NoticeImpact(
        page.rows().stream()
            .flatMap(row -> moved(row, before, after, items, administrator).stream())
            .toList(),
        page.rows().size(),
        page.nextCursor(),
        before.sha256(),
        after.sha256(),
        paging.readModelPosition(),
        paging.mode());
  }

  /** As a command of the software itself: who may ask is not who may record. */
  private WorkingCalendar with(WorkingCalendar calendar, CalendarNotice notice) {
    var context = law.contextFor(Actor.SYSTEM, Settings.DEFAULT_PACK);
    var command = new RecordCalendarNotice(notice, BY_DUTY);
    return switch (WorkingCalendar.decide(calendar, command, context)) {
      case Decision.Accepted<?>(var events) ->
          WorkingCalendar.evolve(calendar, (CalendarEvent) events.getFirst());
      case Decision.Rejected<?>(var rejection) -> throw ProblemException.of(rejection);
    };
  }

  /** Nothing that ends before a year turns on its days; a gap may end anywhere. */
  private static List<Bson> conditions(Sight sight, int year) {
    return Conditions.of(sight)
        .and(
            Filters.or(
                Filters.gte(Pages.ID, LocalDate.of(year, 1, 1).toString()),
                Conditions.key(WorkKeys.IN_GAP)))
        .and(Filters.lt(Pages.ID, DeadlineRow.STOPPED))
        .list();
  }

  private static Optional<Moved> moved(
      DeadlineRow row,
      WorkingCalendar before,
      WorkingCalendar after,
      WorkItems items,
      boolean administrator) {
    var now = due(row, before);
    var then = due(row, after);
    if (now == null || then == null || now.equals(then)) {
      return Optional.empty();
    }
    var limit = row.limit();
    var opinion = row.opinion();
    var dossier = row.dossier();
    return Optional.of(
        new Moved(
            dossier.id(),
            administrator ? null : WorkItems.dossier(dossier),
            limit == null ? null : limit.limit(),
            limit == null ? null : items.name(limit.limit(), dossier),
            limit == null ? null : limit.segment(),
            opinion == null ? null : items.agency(opinion.agency()),
            Due.of(now),
            Due.of(then),
            now.date() == null || then.date() == null
                ? null
                : ChronoUnit.DAYS.between(now.date(), then.date()),
            then.date() != null));
  }

  /** A limit whose end was moved by hand, or an opinion whose letter names the day, stays. */
  private static @Nullable DueDate due(DeadlineRow row, WorkingCalendar calendar) {
    var limit = row.limit();
    if (limit != null) {
      return row.extended()
          ? null
          : calendar
              .in(limit.jurisdiction())
              .due(
                  new Count(
                      limit.from(),
                      limit.at(),
                      limit.term(),
                      Objects.requireNonNullElse(limit.used(), 0)));
    }
    var opinion = Objects.requireNonNull(row.opinion());
    var term = opinion.term();
    return opinion.answerBy() != null || term == null
        ? null
        : calendar.due(opinion.requestedOn(), term);
  }
}
