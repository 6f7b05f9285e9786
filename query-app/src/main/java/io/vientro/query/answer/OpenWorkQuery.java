package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.decision.Actor;
import io.vientro.core.log.LogMode;
import io.vientro.query.answer.WorkAnswers.DeadlineCounts;
import io.vientro.query.answer.WorkAnswers.Deadlines;
import io.vientro.query.answer.WorkAnswers.MyWork;
import io.vientro.query.answer.WorkAnswers.MyWorkCounts;
import io.vientro.query.answer.WorkAnswers.OpinionCounts;
import io.vientro.query.answer.WorkAnswers.Opinions;
import io.vientro.query.answer.WorkAnswers.PendingApprovalCounts;
import io.vientro.query.answer.WorkAnswers.PendingApprovals;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.DeadlineRow;
import io.vientro.query.work.MyWorkRow;
import io.vientro.query.work.OpinionRow;
import io.vientro.query.work.OpinionRow.Standing;
import io.vientro.query.work.PendingApprovalRow;
import io.vientro.query.work.WorkCount;
import io.vientro.query.work.WorkKeys;
import io.vientro.query.work.WorkList;
import io.vientro.query.work.WorkRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the lists of open work a page at a time. Who may read nothing gets empty pages. */
public final class OpenWorkQuery {
  private static final int COUNTED_UP_TO = 1000;

  private final OpenRows rows;
  private final Law law;
  private final Clock clock;
  private final int soonDays;

  /**
   * @param soonDays a due date at most so many calendar days away is soon
   */
  public OpenWorkQuery(ViewStore store, Law law, Clock clock, int soonDays) {
    this(new OpenRows(store), law, clock, soonDays);
  }

  OpenWorkQuery(OpenRows rows, Law law, Clock clock, int soonDays) {
    this.rows = rows;
    this.law = law;
    this.clock = clock;
    this.soonDays = soonDays;
  }

  /** Which part of the work a reader asks for. */
  public enum Scope {
    ME,
    UNIT,
    AGENCY
  }

  /**
   * How a page is asked for.
   *
   * @param limit how many lines at most
   * @param cursor of the page before, or null for the first
   * @param readModelPosition how far the view has read
   */
  public record Paging(int limit, @Nullable String cursor, long readModelPosition, LogMode mode) {}

  private Urgency.Today today() {
    return new Urgency.Today(clock.instant(), soonDays);
  }

  /** What waits for the reader, the reader's unit, or the reader's role at the agency. */
  public MyWork myWork(Actor actor, Scope scope, @Nullable String text, Paging paging) {
    var today = today();
    var items = new WorkItems(law, today);
    var whose = whose(actor, scope);
    var page =
        whose == null
            ? new OpenRows.Page<MyWorkRow>(List.of(), null)
            : rows.page(
                WorkList.MY_WORK,
                MyWorkRow.class,
                Conditions.of(whose).words(text, ListKeys::word).list(),
                "my-work\n" + whose + '\n' + text,
                paging.cursor(),
                paging.limit());
    return new MyWork(
        page.rows().stream().map(items::item).toList(),
        page.nextCursor(),
        paging.cursor() == null ? myWorkCounts(actor) : null,
        today.date(),
        paging.readModelPosition(),
        paging.mode());
  }

  private static @Nullable String whose(Actor actor, Scope scope) {
    if (nothing(actor)) {
      return null;
    }
    return switch (scope) {
      case ME -> WorkKeys.workOfOfficer(actor.agency(), actor.role(), actor.account());
      case UNIT ->
          actor.unit() == null
              ? null
              : WorkKeys.workOfUnit(actor.agency(), actor.role(), actor.unit());
      case AGENCY -> WorkKeys.workOf(actor.agency(), actor.role());
    };
  }

  private MyWorkCounts myWorkCounts(Actor actor) {
    var counts = new ArrayList<Long>();
    for (var scope : Scope.values()) {
      var whose = whose(actor, scope);
      counts.add(
          whose == null
              ? 0L
              : rows.counts(List.of(WorkCount.id(WorkList.MY_WORK, whose, "ALL", ""))).getFirst());
    }
    return new MyWorkCounts(
        counts.get(Scope.ME.ordinal()),
        counts.get(Scope.UNIT.ordinal()),
        counts.get(Scope.AGENCY.ordinal()));
  }

  private static boolean nothing(Actor actor) {
    return ReadRights.dossiers(actor) instanceof Sight.Nothing;
  }

  /** Due dates that the reader may see, the earliest first. */
  public Deadlines deadlines(Actor actor, DeadlineFilter filter, Paging paging) {
    var sight = ReadRights.dossiers(actor);
    var today = today();
    var items = new WorkItems(law, today);
    var page =
        page(
            sight,
            WorkList.DEADLINES,
            DeadlineRow.class,
            filter.conditions(sight, today),
            filter,
            paging);
    return new Deadlines(
        page.rows().stream().map(items::item).toList(),
        page.nextCursor(),
        first(paging) ? deadlineCounts(sight, today) : null,
        today.date(),
        soonDays,
        paging.readModelPosition(),
        paging.mode());
  }

  private DeadlineCounts deadlineCounts(Sight sight, Urgency.Today today) {
    var counts = counts(sight, WorkList.DEADLINES);
    return new DeadlineCounts(
        WorkItems.total(counts, DeadlineRow.ALL),
        WorkItems.counted(counts, DeadlineRow.AGENCY),
        urgent(sight, Urgency.OVERDUE, today),
        urgent(sight, Urgency.DUE_TODAY, today),
        urgent(sight, Urgency.DUE_SOON, today),
        urgent(sight, Urgency.DUE_UNCERTAIN, today),
        COUNTED_UP_TO);
  }

  private long urgent(Sight sight, Urgency urgency, Urgency.Today today) {
    var filter = new DeadlineFilter(urgency, null, null, null, null);
    return sight instanceof Sight.Nothing
        ? 0
        : rows.count(WorkList.DEADLINES, filter.conditions(sight, today), COUNTED_UP_TO);
  }

  /** Dossiers that lie with whoever decides and that the reader may see, the oldest first. */
  public PendingApprovals pendingApprovals(
      Actor actor, PendingApprovalFilter filter, Paging paging) {
    var sight = ReadRights.dossiers(actor);
    var today = today();
    var items = new WorkItems(law, today);
    var page =
        page(
            sight,
            WorkList.PENDING_APPROVALS,
            PendingApprovalRow.class,
            filter.conditions(sight),
            filter,
            paging);
    return new PendingApprovals(
        page.rows().stream().map(items::item).toList(),
        page.nextCursor(),
        first(paging) ? pendingApprovalCounts(sight) : null,
        today.date(),
        paging.readModelPosition(),
        paging.mode());
  }

  private PendingApprovalCounts pendingApprovalCounts(Sight sight) {
    var counts = counts(sight, WorkList.PENDING_APPROVALS);
    return new PendingApprovalCounts(
        WorkItems.total(counts, PendingApprovalRow.ALL),
        WorkItems.counted(counts, PendingApprovalRow.AUTHORITY),
        WorkItems.counted(counts, PendingApprovalRow.AGENCY),
        WorkItems.counted(counts, PendingApprovalRow.OFFICER));
  }

  /** Requests for opinions that the reader may see. */
  public Opinions opinions(Actor actor, OpinionFilter filter, Paging paging) {
    var sight = ReadRights.dossiers(actor);
    var today = today();
    var items = new WorkItems(law, today);
    var page =
        page(
            sight,
            WorkList.OPINIONS,
            OpinionRow.class,
            filter.conditions(sight, today.date()),
            filter,
            paging);
    return new Opinions(
        page.rows().stream().map(items::item).toList(),
        page.nextCursor(),
        first(paging) ? opinionCounts(sight) : null,
        today.date(),
        paging.readModelPosition(),
        paging.mode());
  }

  private List<OpinionCounts> opinionCounts(Sight sight) {
    var counts = counts(sight, WorkList.OPINIONS);
    var registry = law.registry();
    return counts.getOrDefault(OpinionRow.ASKED, new TreeMap<>()).entrySet().stream()
        .map(
            asked -> {
              var agency = asked.getKey();
              return new OpinionCounts(
                  AgencyAnswer.of(agency, registry),
                  asked.getValue(),
                  of(counts, Standing.OPEN.name(), agency),
                  of(counts, Standing.ANSWERED.name(), agency),
                  of(counts, OpinionRow.ANSWERED_LATE, agency),
                  of(counts, Standing.UNANSWERED.name(), agency));
            })
        .toList();
  }

  private static long of(Map<String, SortedMap<String, Long>> counts, String what, String value) {
    return counts.getOrDefault(what, new TreeMap<>()).getOrDefault(value, 0L);
  }

  private Map<String, SortedMap<String, Long>> counts(Sight sight, WorkList list) {
    return sight instanceof Sight.Nothing ? Map.of() : rows.counts(list, OpenRows.scope(sight));
  }

  private static boolean first(Paging paging) {
    return paging.cursor() == null;
  }

  private <R extends WorkRow> OpenRows.Page<R> page(
      Sight sight,
      WorkList list,
      Class<R> type,
      List<Bson> conditions,
      Record filter,
      Paging paging) {
    return sight instanceof Sight.Nothing
        ? new OpenRows.Page<>(List.of(), null)
        : rows.page(list, type, conditions, list + "\n" + filter, paging.cursor(), paging.limit());
  }
}
