package io.vientro.query.work;

import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Awaited;
import io.vientro.core.dossier.Awaited.What;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.Opinion;
import io.vientro.core.dossier.Status;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.query.view.ListKeys;
import io.vientro.query.view.Readers;
import io.vientro.query.work.OpinionRow.Standing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one dossier, as they follow from its state and the calendar and nothing else. */
final class WorkRows {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  /** After every due date. */
  private static final LocalDate NO_DUE_DATE = LocalDate.of(9999, 12, 31);

  private final long position;
  private final DossierState state;
  private final WorkingCalendar calendar;
  private final RowDossier dossier;
  private final List<RowNotice> notices;
  private final List<Awaited> awaited;
  private final Set<String> marks;
  private final List<WorkRow> rows = new ArrayList<>();

  private WorkRows(
      String id,
      long position,
      long sequence,
      DossierState state,
      List<RowNotice> notices,
      WorkingCalendar calendar) {
    this.position = position;
    this.state = state;
    this.calendar = calendar;
    this.dossier = RowDossier.of(id, sequence, state);
    this.notices = notices;
    this.awaited = Awaited.of(state);
    this.marks = marks(state);
  }

  static List<WorkRow> of(
      String id,
      long position,
      long sequence,
      DossierState state,
      List<RowNotice> notices,
      WorkingCalendar calendar) {
    return new WorkRows(id, position, sequence, state, notices, calendar).all();
  }

  /** The last year that any due date of such a dossier turns on; 0 if none turns on any. */
  static int until(DossierState state, WorkingCalendar calendar) {
    return Stream.concat(
            state.limits().stream()
                .flatMap(segment -> Stream.of(segment.due(calendar), segment.firstDue(calendar))),
            state.appraisal().opinions().stream()
                .flatMap(opinion -> Stream.ofNullable(opinion.request().due(calendar))))
        .mapToInt(WorkRows::lastYear)
        .max()
        .orElse(0);
  }

  private static int lastYear(DueDate due) {
    return switch (due) {
      case DueDate.On(var date, _) -> date.getYear();
      case DueDate.CalendarGap gap -> gap.year();
      case DueDate.Open() -> 0;
    };
  }

  /**
   * Who may read every row: the parties of the case and its applicant. An agency that is merely
   * asked for its opinion reads the rows of that opinion.
   */
  private static Set<String> marks(DossierState state) {
    var marks = new TreeSet<String>();
    state.parties().all().forEach(agency -> marks.add(Readers.agency(agency)));
    var classification = state.classification();
    if (classification != null && classification.receiverAgency() != null) {
      marks.add(Readers.agency(classification.receiverAgency()));
    }
    var applicant = state.filing().applicant();
    if (applicant != null) {
      marks.add(Readers.applicant(applicant));
    }
    return marks;
  }

  private List<WorkRow> all() {
    awaited.forEach(this::work);
    // The limit of an opinion stands with the opinion.
    state.runningLimits().filter(segment -> !ofAnOpinion(segment)).forEach(this::running);
    if (!awaited.isEmpty()) {
      state.stoppedLimits().filter(segment -> !ofAnOpinion(segment)).forEach(this::stopped);
    }
    if (state.status() == Status.SUBMITTED_FOR_DECISION) {
      pending();
    }
    state.appraisal().opinions().forEach(this::opinion);
    state.limits().forEach(this::duty);
    notices.forEach(this::notice);
    return List.copyOf(rows);
  }

  private static boolean ofAnOpinion(LimitSegment segment) {
    return segment.started().asks() == Fulfilment.OPINION;
  }

  private void work(Awaited it) {
    var agency = it.agency();
    if (agency == null) {
      return;
    }
    var due = it.due(calendar);
    var number = it.opinion() == null ? 0 : it.opinion().request().number();
    rows.add(
        new MyWorkRow(
            place(ordered(due), it.since(), dossier.id(), it.what(), agency, number),
            position,
            dossier,
            it.what(),
            it.command(),
            RowParty.of(it),
            it.since(),
            RowDue.ofNullable(due),
            it.limits().stream().map(limit -> RowLimit.of(limit, calendar)).toList(),
            it.opinion() == null ? null : RowOpinion.of(it.opinion().request()),
            WorkKeys.of(dossier, List.of(), whose(it, agency))));
  }

  private static Stream<@Nullable String> whose(Awaited it, String agency) {
    var roles = it.role() == null ? it.command().roles() : EnumSet.of(it.role());
    return Stream.concat(
        roles.stream().flatMap(role -> whose(it, agency, role)),
        // Whoever supervises the agency sees all that waits there.
        whose(it, agency, Role.SUPERVISOR));
  }

  private static Stream<@Nullable String> whose(Awaited it, String agency, Role role) {
    return Stream.of(
        WorkKeys.workOf(agency, role),
        it.unit() == null ? null : WorkKeys.workOfUnit(agency, role, it.unit()),
        it.officer() == null ? null : WorkKeys.workOfOfficer(agency, role, it.officer()));
  }

  /** Everything that a limit runs against. */
  private List<Awaited> against(LimitSegment segment) {
    var against = awaited.stream().filter(it -> it.limits().contains(segment)).toList();
    return against.stream().filter(it -> it.what() == against.getFirst().what()).toList();
  }

  /** From whom a limit is awaited: as the case awaits it, else from who owes it. */
  private List<RowParty> parties(LimitSegment segment, List<Awaited> against) {
    var debtor = segment.started().debtor();
    if (!against.isEmpty() || debtor == null) {
      return against.stream().map(RowParty::of).toList();
    }
    var agency = debtor.agency();
    var officer = agency == null ? null : state.custody().officers().get(agency);
    return List.of(
        new RowParty(
            null,
            agency,
            officer == null ? null : officer.unit(),
            officer == null ? null : officer.officer()));
  }

  private List<RowParty> mainParties() {
    var main = awaited.getFirst().what();
    return awaited.stream().filter(it -> it.what() == main).map(RowParty::of).toList();
  }

  private void running(LimitSegment segment) {
    var due = segment.due(calendar);
    var started = segment.started();
    var against = against(segment);
    var from = parties(segment, against);
    rows.add(
        new DeadlineRow(
            place(ordered(due), dossier.id(), "limit", started.limit(), started.segment()),
            position,
            dossier,
            against.isEmpty() ? null : against.getFirst().what(),
            from,
            started,
            null,
            RowDue.of(due),
            segment.extension() != null,
            null,
            deadlineKeys(from, marks, started.limit(), due)));
  }

  private void stopped(LimitSegment segment) {
    var started = segment.started();
    var from = mainParties();
    var on = Objects.requireNonNull(segment.endedOn());
    rows.add(
        new DeadlineRow(
            place(
                DeadlineRow.STOPPED, on, dossier.id(), "limit", started.limit(), started.segment()),
            position,
            dossier,
            awaited.getFirst().what(),
            from,
            started,
            null,
            null,
            false,
            on,
            deadlineKeys(from, marks, started.limit(), null)));
  }

  private List<String> deadlineKeys(
      List<RowParty> from,
      Collection<String> readers,
      @Nullable String limit,
      @Nullable DueDate due) {
    var own = new ArrayList<@Nullable String>();
    for (var party : from) {
      own.add(party.agency() == null ? null : ListKeys.agency(party.agency()));
      own.add(party.officer() == null ? null : WorkKeys.officer(party.officer()));
    }
    own.add(limit == null ? null : WorkKeys.limit(limit));
    own.add(due == null ? null : certainty(due));
    return WorkKeys.of(dossier, readers, own.stream());
  }

  private static @Nullable String certainty(DueDate due) {
    return switch (due) {
      case DueDate.On _ -> WorkKeys.DATED;
      case DueDate.CalendarGap _ -> WorkKeys.IN_GAP;
      case DueDate.Open _ -> null;
    };
  }

  private void pending() {
    var submission = Objects.requireNonNull(state.outcome().submission());
    var agencies = List.copyOf(new TreeSet<>(state.approverAgencies()));
    var officers = state.custody().officers();
    var officer =
        Stream.concat(agencies.stream(), Stream.of(state.leadAgency()))
            .map(officers::get)
            .filter(Objects::nonNull)
            .map(assigned -> assigned.officer())
            .findFirst()
            .orElse(null);
    var limits = awaited.getFirst().limits();
    var due =
        limits.stream()
            .map(limit -> limit.due(calendar))
            .min(Comparator.comparing(DueDate::orderedBy))
            .orElse(null);
    var own =
        Stream.<@Nullable String>concat(
            Stream.of(
                WorkKeys.authority(submission.approver()),
                officer == null ? null : WorkKeys.officer(officer)),
            agencies.stream().map(ListKeys::agency));
    rows.add(
        new PendingApprovalRow(
            place(submission.submittedOn(), dossier.id()),
            position,
            dossier,
            submission.submittedOn(),
            submission.approver(),
            agencies,
            officer,
            RowDue.ofNullable(due),
            limits.stream().map(limit -> RowLimit.of(limit, calendar)).toList(),
            WorkKeys.of(dossier, marks, own)));
  }

  private void opinion(Opinion it) {
    var request = it.request();
    var agency = request.agency();
    var due = request.due(calendar);
    var readers = new TreeSet<>(marks);
    readers.add(Readers.agency(agency));
    var waiting = awaited.stream().filter(a -> it.equals(a.opinion())).findFirst().orElse(null);
    if (waiting != null && due != null) {
      var from = List.of(RowParty.of(waiting));
      rows.add(
          new DeadlineRow(
              place(ordered(due), dossier.id(), "opinion", agency, request.number()),
              position,
              dossier,
              What.OPINION,
              from,
              null,
              RowOpinion.of(request),
              RowDue.of(due),
              false,
              null,
              deadlineKeys(from, readers, null, due)));
    }
    rows.add(opinionRow(it, due, readers, waiting != null));
  }

  private OpinionRow opinionRow(
      Opinion it, @Nullable DueDate due, Collection<String> readers, boolean waiting) {
    var request = it.request();
    var answer = it.answer();
    var standing =
        answer != null ? Standing.ANSWERED : waiting ? Standing.OPEN : Standing.UNANSWERED;
    var rowDue = RowDue.ofNullable(due);
    var late =
        answer != null
            && rowDue != null
            && Boolean.TRUE.equals(rowDue.passedBy(answer.answeredOn()));
    var own =
        Stream.<@Nullable String>of(
            WorkKeys.asked(request.agency()),
            WorkKeys.lead(state.leadAgency()),
            due == null ? null : certainty(due),
            late ? WorkKeys.ANSWERED_LATE : null);
    var order =
        switch (standing) {
          case OPEN -> ordered(due);
          case ANSWERED -> latestFirst(Objects.requireNonNull(answer).answeredOn());
          case UNANSWERED -> latestFirst(request.requestedOn());
        };
    return new OpinionRow(
        standing.place() + place(order, dossier.id(), request.agency(), request.number()),
        position,
        dossier,
        RowOpinion.of(request),
        state.leadAgency(),
        standing,
        rowDue,
        answer == null ? null : answer.answeredOn(),
        answer == null ? null : answer.stance(),
        answer == null ? null : answer.byLetter(),
        WorkKeys.of(dossier, readers, own));
  }

  private void duty(LimitSegment segment) {
    var started = segment.started();
    var debtor = started.debtor();
    if (debtor == null) {
      return;
    }
    var due = segment.due(calendar);
    var standing = segment.standing(calendar);
    var correction = segment.correction();
    var readers = new TreeSet<>(marks);
    if (debtor.agency() != null) {
      readers.add(mark(debtor.party(), debtor.agency()));
    }
    var own =
        Stream.<@Nullable String>of(
            WorkKeys.standing(standing),
            WorkKeys.party(debtor.party()),
            WorkKeys.limit(started.limit()),
            debtor.agency() == null ? null : ListKeys.agency(debtor.agency()),
            certainty(due));
    rows.add(
        new DutyRow(
            place(
                dutyOrder(segment, standing, due), dossier.id(), started.limit(), number(started)),
            position,
            dossier,
            started,
            standing,
            RowDue.of(due),
            segment.extension() == null ? null : RowDue.of(segment.firstDue(calendar)),
            segment.expired(),
            correction == null
                ? null
                : new DutyRow.Correction(correction.due(), correction.expired()),
            segment.endedOn(),
            segment.reason(),
            WorkKeys.of(dossier, readers, own)));
  }

  private static String dutyOrder(
      LimitSegment segment, LimitSegment.Standing standing, DueDate due) {
    return switch (standing) {
      case OPEN -> DutyRow.OPEN + ordered(due);
      case DONE_ON_TIME, DONE_LATE, WAIVED ->
          DutyRow.DONE + latestFirst(Objects.requireNonNull(segment.endedOn()));
      case NO_LONGER_OWED -> DutyRow.GONE + latestFirst(Objects.requireNonNull(segment.endedOn()));
    };
  }

  /** Segments sort as numbers do. */
  private static String number(TimeLimitStarted started) {
    return "%04d".formatted(started.segment());
  }

  /** The mark by which the accounts of a party's agency or organisation read. */
  private static String mark(DutyParty party, String agency) {
    return switch (party) {
      case APPLICANT, OWNER, PROJECT_UNIT -> Readers.applicant(agency);
      default -> Readers.agency(agency);
    };
  }

  private void notice(RowNotice it) {
    var administrator = it.to() == DutyParty.ADMINISTRATOR;
    var agency = it.agency();
    var readers =
        administrator
            ? List.of(Readers.ADMINISTRATOR)
            : agency == null ? List.<String>of() : List.of(mark(it.to(), agency));
    var place = it.acknowledgedOn() == null ? NoticeRow.UNREAD : NoticeRow.READ;
    var own = Stream.<@Nullable String>of(WorkKeys.limit(it.limit()));
    rows.add(
        new NoticeRow(
            place + place("%016x".formatted(Long.MAX_VALUE - it.raised()), dossier.id(), it.id()),
            position,
            dossier,
            it,
            owedBy(it),
            // Administrators read no dossier, so they find none by its words either.
            administrator ? WorkKeys.of(readers, own) : WorkKeys.of(dossier, readers, own)));
  }

  private @Nullable Debtor owedBy(RowNotice it) {
    return state.limits().stream()
        .filter(segment -> segment.is(it.limit(), it.segment()))
        .map(segment -> segment.started().debtor())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A text that sorts by the due date; of a term in hours by its minute. */
  private static String ordered(@Nullable DueDate due) {
    return due == null
        ? NO_DUE_DATE.toString()
        : due instanceof DueDate.On(_, var at) && at != null
            ? LocalDateTime.ofInstant(at, Zone.HO_CHI_MINH).format(MINUTE)
            : due.orderedBy().toString();
  }

  /** A text that sorts later days first. */
  private static String latestFirst(LocalDate day) {
    return "%08d".formatted(NO_DUE_DATE.toEpochDay() - day.toEpochDay());
  }

  private static String place(Object... parts) {
    return Stream.of(parts).map(String::valueOf).collect(Collectors.joining("|"));
  }
}
