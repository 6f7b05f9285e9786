package io.vientro.core.dossier;

import io.vientro.core.Zone;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.WorkingCalendar.Day;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which segments of which limits a step starts and ends. The ledger keeps every segment. */
final class TimeLimits {
  private TimeLimits() {}

  /**
   * Starts a new segment of each limit with this start that is owed and not running. One that the
   * deploying agency has to give starts only where the agency in charge gave it, or where it is
   * owed without a limit.
   */
  static List<DossierEvent> start(
      DossierState state, DecisionContext context, Start start, LocalDate from, CommandName cause) {
    return entries(context.pack(), start)
        .filter(entry -> recurs(entry) || state.runningLimits().noneMatch(l -> is(l, entry)))
        .<DossierEvent>flatMap(
            entry -> new Starting(state, context, entry, cause).from(from).stream())
        .toList();
  }

  /**
   * Starts what another version of the pack says of an approval, and the one before did not; the
   * notice is owed no more where it was given.
   */
  static List<DossierEvent> catchUp(DossierState state, DecisionContext context, LocalDate from) {
    var notified = state.outcome().outstanding().isEmpty();
    return entries(context.pack(), Start.DECISION)
        .filter(entry -> state.limits().stream().noneMatch(l -> is(l, entry)))
        .filter(entry -> !notified || entry.fulfilledBy() != Fulfilment.NOTICE)
        .<DossierEvent>flatMap(
            entry ->
                new Starting(state, context, entry, CommandName.ADOPT_RULE_PACK_VERSION)
                    .from(from).stream())
        .toList();
  }

  /** Runs what was counted from a wrong date anew, from the right one. */
  static List<DossierEvent> restart(
      DossierState state, DecisionContext context, Start start, LocalDate from, LocalDate on) {
    return entries(context.pack(), start)
        .filter(entry -> !recurs(entry))
        .flatMap(
            entry ->
                state
                    .runningLimits()
                    .filter(l -> is(l, entry))
                    .flatMap(
                        l ->
                            Stream.concat(
                                Stream.of(ended(l, on, Reason.CORRECTED)),
                                new Starting(state, context, entry, CommandName.CORRECT_RECORD)
                                    .from(from).stream())))
        .toList();
  }

  /**
   * Starts what recurs for the first period of an implementation whose dates were corrected, and
   * for those that were taken back and are its own after all.
   */
  static List<DossierEvent> startPeriods(
      DossierState state, DecisionContext context, LocalDate from) {
    return entries(context.pack(), Start.IMPLEMENTATION_START)
        .filter(TimeLimits::recurs)
        .map(entry -> new Starting(state, context, entry, CommandName.CORRECT_RECORD))
        .flatMap(starting -> starting.corrected(from))
        .toList();
  }

  private static boolean recurs(LimitEntry entry) {
    return entry.traits().recurrence() != Recurrence.ONCE;
  }

  /** Starts the limit of an agency that is asked for its opinion. */
  static List<DossierEvent> startOpinion(
      DossierState state, DecisionContext context, AgencyOpinionRequested request) {
    var debtor = new Debtor(DutyParty.CONSULTED, request.agency());
    return entries(context.pack(), Start.OPINION_REQUEST)
        .filter(entry -> !entry.traits().equals(LimitTraits.NONE))
        .<DossierEvent>flatMap(
            entry ->
                new Starting(state, context, entry, CommandName.REQUEST_AGENCY_OPINION)
                    .opinion(request, debtor).stream())
        .toList();
  }

  /**
   * The next period of a recurring limit, once one of its segments is over or overdue; empty if it
   * does not recur, has a segment already, or the implementation ended before.
   */
  static List<DossierEvent> next(DossierState state, DecisionContext context, LimitSegment done) {
    var period = done.started().period();
    if (period == null) {
      return List.of();
    }
    return context
        .pack()
        .limit(done.started().limit())
        .flatMap(
            entry ->
                new Starting(state, context, entry, CommandName.SUBMIT_REPORT)
                    .in(Period.parse(period).next()))
        .<List<DossierEvent>>map(List::of)
        .orElseGet(List::of);
  }

  /**
   * The term of the first limit with this start, for what is no limit of the dossier as a whole.
   */
  static @Nullable LegalTerm term(
      DossierState state, DecisionContext context, Start start, LocalDate from) {
    return entries(context.pack(), start)
        .flatMap(entry -> term(entry, state, context, from).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<LegalTerm> term(
      LimitEntry entry, DossierState state, DecisionContext context, LocalDate from) {
    return switch (entry) {
      case TimeLimitEntry e -> Optional.of(e.term());
      case AgencyLimitEntry e -> e.term(context.parameters(), state.inCharge(), from);
    };
  }

  /** Ends each running limit with this start. */
  static List<DossierEvent> end(
      DossierState state, RulePack pack, Start start, LocalDate on, Reason reason) {
    return state
        .runningLimits()
        .filter(l -> entries(pack, start).anyMatch(entry -> is(l, entry)))
        .flatMap(l -> ended(state, l, on, reason))
        .toList();
  }

  /** Ends each running limit that asks for what was done. */
  static List<DossierEvent> fulfil(
      DossierState state, RulePack pack, Fulfilment done, LocalDate on, Reason reason) {
    return state
        .runningLimits()
        .filter(
            l -> pack.limit(l.started().limit()).filter(e -> e.fulfilledBy() == done).isPresent())
        .flatMap(l -> ended(state, l, on, reason))
        .toList();
  }

  /** Ends the running limit of an agency that has answered. */
  static List<DossierEvent> answered(DossierState state, String agency, LocalDate on) {
    return state
        .runningLimits()
        .filter(l -> l.started().asks() == Fulfilment.OPINION)
        .filter(l -> l.owedBy(agency))
        .limit(1)
        .flatMap(l -> ended(state, l, on, Reason.FULFILLED))
        .toList();
  }

  /** What a request for supplement does to running limits: the pack says it limit by limit. */
  static List<DossierEvent> onSupplementRequest(DossierState state, RulePack pack, LocalDate on) {
    return state
        .runningLimits()
        .flatMap(
            l ->
                switch (policy(pack, l)) {
                  case RESTART_ON_COMPLETE -> ended(state, l, on, Reason.RETURNED_FOR_SUPPLEMENT);
                  case FULFILS -> ended(state, l, on, Reason.FULFILLED);
                  case PAUSE_RESUME -> ended(state, l, on, Reason.PAUSED);
                  case NO_STOP -> Stream.<DossierEvent>of();
                })
        .toList();
  }

  /** Ends everything that runs. */
  static List<DossierEvent> endAll(DossierState state, LocalDate on) {
    return endAll(state, on, Reason.CASE_ENDED);
  }

  static List<DossierEvent> endAll(DossierState state, LocalDate on, Reason reason) {
    return state.runningLimits().map(l -> ended(l, on, reason)).toList();
  }

  /** Ends a segment and, with it, the apology that was owed for it. */
  static Stream<DossierEvent> ended(
      DossierState state, LimitSegment segment, LocalDate on, Reason reason) {
    var apology = apologyFor(segment.started().limit());
    return Stream.concat(
        Stream.of(ended(segment, on, reason)),
        state
            .runningLimits()
            .filter(l -> l.started().limit().equals(apology))
            .map(l -> ended(l, on, Reason.NO_LONGER_OWED)));
  }

  /**
   * A step may be older than the answer that started a segment; no segment ends before it began,
   * save one whose period is still to come.
   */
  private static DossierEvent ended(LimitSegment segment, LocalDate on, Reason reason) {
    var started = segment.started();
    return new TimeLimitEnded(
        started.limit(),
        started.segment(),
        started.period() == null ? DossierState.later(on, started.from()) : on,
        reason);
  }

  /** The limit by which an apology is owed for another one. */
  static String apologyFor(String limit) {
    return LimitSegment.APOLOGY + limit;
  }

  private static OnSupplement policy(RulePack pack, LimitSegment segment) {
    // A later version that the dossier adopted may know the limit no more: then it goes on.
    return pack.limit(segment.started().limit())
        .map(LimitEntry::onSupplement)
        .orElse(OnSupplement.NO_STOP);
  }

  private static boolean is(LimitSegment segment, LimitEntry entry) {
    return segment.started().limit().equals(entry.id());
  }

  private static Stream<LimitEntry> entries(RulePack pack, Start start) {
    return pack.limits().stream().filter(e -> e.start() == start);
  }

  /** One limit that a step may start. */
  private static final class Starting {
    private final DossierState state;
    private final DecisionContext context;
    private final LimitEntry entry;
    private final CommandName cause;

    Starting(DossierState state, DecisionContext context, LimitEntry entry, CommandName cause) {
      this.state = state;
      this.context = context;
      this.entry = entry;
      this.cause = cause;
    }

    Optional<TimeLimitStarted> from(LocalDate day) {
      if (!owed()) {
        return Optional.empty();
      }
      if (recurs(entry)) {
        return in(Period.of(entry.traits().recurrence(), day));
      }
      var setting = lateAfter(day);
      var from = setting == null ? day : nextWorkingDay(day);
      return term(from).map(term -> started(from, term.orElse(null), null, debtor(), setting));
    }

    /** The first period from this one on for which nothing was reported yet. */
    Optional<TimeLimitStarted> in(Period first) {
      if (!owed()) {
        return Optional.empty();
      }
      var end = state.life().end();
      for (var period = first; ; period = period.next()) {
        if (end != null && period.from().isAfter(end.endedOn())) {
          return Optional.empty();
        }
        var name = period.toString();
        if (isOwed(name)) {
          return Optional.empty();
        }
        if (!reported(name)) {
          return numbered(period, 1 + (int) segments().count());
        }
      }
    }

    Stream<DossierEvent> corrected(LocalDate start) {
      if (!owed()) {
        return Stream.of();
      }
      var end = state.life().end();
      var first = Period.of(entry.traits().recurrence(), start);
      var again =
          segments()
              .filter(Starting::takenBack)
              .map(l -> Period.parse(Objects.requireNonNull(l.started().period())))
              .filter(p -> p.from().isAfter(first.from()))
              .filter(p -> end == null || !p.from().isAfter(end.endedOn()));
      var begun = (int) segments().count();
      var missing =
          Stream.concat(Stream.of(first), again)
              .distinct()
              .filter(p -> !isOwed(p.toString()) && !reported(p.toString()))
              .toList();
      return IntStream.range(0, missing.size())
          .mapToObj(i -> numbered(missing.get(i), begun + i + 1))
          .flatMap(Optional::stream);
    }

    private Optional<TimeLimitStarted> numbered(Period period, int number) {
      var from = period.to();
      return term(from)
          .map(term -> started(number, from, term.orElse(null), period.toString(), debtor(), null));
    }

    private boolean isOwed(String period) {
      return segments().anyMatch(l -> period.equals(l.started().period()) && !takenBack(l));
    }

    Optional<TimeLimitStarted> opinion(AgencyOpinionRequested request, Debtor debtor) {
      var from = request.requestedOn();
      var answerBy = request.answerBy();
      if (answerBy != null && request.term() == null) {
        var by = LegalTerm.on(answerBy, LegalTerm.EndRule.NO_ROLL, LegalBasis.HOUSE_RULE);
        return Optional.of(started(from, by, null, debtor, null));
      }
      return term(from).map(term -> started(from, term.orElse(null), null, debtor, null));
    }

    private boolean owed() {
      var circumstances = CaseCircumstances.of(state, context.registry(), context.today());
      return entry.traits().when().holds(state.facts(), circumstances) == Truth.TRUE;
    }

    private boolean reported(String period) {
      return state.life().reports().stream()
          .anyMatch(r -> r.report().equals(entry.id()) && period.equals(r.period()));
    }

    /** Of a period that turned out not to be one of the implementation; it may turn out again. */
    private static boolean takenBack(LimitSegment segment) {
      return segment.reason() == Reason.CORRECTED || segment.reason() == Reason.NO_LONGER_OWED;
    }

    private Stream<LimitSegment> segments() {
      return state.limits().stream().filter(l -> is(l, entry));
    }

    /** The term; of what is owed without a limit an empty one; empty if nothing starts. */
    private Optional<Optional<LegalTerm>> term(LocalDate from) {
      var given = TimeLimits.term(entry, state, context, from);
      var fixed = entry.traits().fixed();
      if (given.isPresent() && !fixed.isEmpty()) {
        var term = given.get();
        return Optional.of(
            Optional.of(LegalTerm.on(FixedDays.after(from, fixed), term.endRule(), term.basis())));
      }
      return given.isPresent() || entry.traits().owedWithoutLimit()
          ? Optional.of(given)
          : Optional.empty();
    }

    private TimeLimitStarted started(
        LocalDate from,
        @Nullable LegalTerm term,
        @Nullable String period,
        @Nullable Debtor debtor,
        @Nullable AgencyParameterSet shiftedBy) {
      return started(1 + (int) segments().count(), from, term, period, debtor, shiftedBy);
    }

    private TimeLimitStarted started(
        int number,
        LocalDate from,
        @Nullable LegalTerm term,
        @Nullable String period,
        @Nullable Debtor debtor,
        @Nullable AgencyParameterSet shiftedBy) {
      // What earlier versions of a pack started carries nothing more.
      return entry.traits().equals(LimitTraits.NONE) && used() == null
          ? new TimeLimitStarted(
              entry.id(), number, from, Objects.requireNonNull(term), cause.commandName())
          : new TimeLimitStarted(
              entry.id(),
              number,
              from,
              term,
              cause.commandName(),
              at(from, term),
              used(),
              place(),
              period,
              debtor,
              shiftedBy == null ? null : shiftedBy.basis(),
              entry.fulfilledBy(),
              term == null ? null : warnDays(from));
    }

    private @Nullable Debtor debtor() {
      var party = entry.traits().debtor();
      return party == null ? null : Debtors.of(party, state);
    }

    /**
     * The instant from which hours run: now, where the step is of today; of an earlier day its
     * minute is not known, and the hours run from its end.
     */
    private @Nullable Instant at(LocalDate from, @Nullable LegalTerm term) {
      if (term == null || term.unit() != LegalTerm.Unit.HOUR) {
        return null;
      }
      return from.equals(context.today())
          ? context.now()
          : from.plusDays(1).atStartOfDay(Zone.HO_CHI_MINH).toInstant();
    }

    private @Nullable Integer used() {
      var last = segments().reduce((a, b) -> b).orElse(null);
      if (last == null || last.reason() != Reason.PAUSED) {
        return null;
      }
      var on = Objects.requireNonNull(last.endedOn());
      var before = last.started().used() == null ? 0 : last.started().used();
      var term = Objects.requireNonNull(last.started().term());
      var calendar = context.calendar().in(last.started().jurisdiction());
      return before
          + (int)
              last.started()
                  .from()
                  .plusDays(1)
                  .datesUntil(on.plusDays(1))
                  .filter(
                      day ->
                          term.unit() == LegalTerm.Unit.CALENDAR_DAY
                              || calendar.day(day) == Day.WORKING)
                  .count();
    }

    private @Nullable String place() {
      return context.registry().agency(state.inCharge()).map(Agency::place).orElse(null);
    }

    private @Nullable Integer warnDays(LocalDate day) {
      var life = context.pack().life();
      return life == null
          ? null
          : context
              .parameters()
              .value(state.inCharge(), life.warning().parameter(), day)
              .map(Integer::valueOf)
              .orElse(life.warning().defaultDays());
    }

    /**
     * The parameter by which a step of this day counts as one of the next working day, since it
     * came after that time; null if it does not. The time of a step of an earlier day is not known.
     */
    private @Nullable AgencyParameterSet lateAfter(LocalDate day) {
      var parameter = entry.traits().lateAfter();
      if (parameter == null || !day.equals(context.today())) {
        return null;
      }
      var time = LocalTime.ofInstant(context.now(), Zone.HO_CHI_MINH);
      return context
          .parameters()
          .setting(state.inCharge(), parameter, day)
          .filter(set -> time.isAfter(LocalTime.parse(set.value())))
          .orElse(null);
    }

    private LocalDate nextWorkingDay(LocalDate day) {
      var calendar = context.calendar().in(place());
      var next = day.plusDays(1);
      while (calendar.day(next) == Day.OFF) {
        next = next.plusDays(1);
      }
      return next;
    }
  }
}
