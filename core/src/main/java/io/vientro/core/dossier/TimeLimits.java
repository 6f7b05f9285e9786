package io.vientro.core.dossier;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which segments of which limits a step starts and ends. The ledger keeps every segment. */
final class TimeLimits {
  private TimeLimits() {}

  /**
   * Starts a new segment of each limit with this start that is not running. One that the deploying
   * agency has to give starts only where the agency that received the dossier gave it.
   */
  static List<DossierEvent> start(
      DossierState state, DecisionContext context, Start start, LocalDate from, CommandName cause) {
    return entries(context.pack(), start)
        .filter(entry -> state.runningLimits().noneMatch(l -> is(l, entry)))
        .<DossierEvent>flatMap(
            entry ->
                term(entry, state, context, from)
                    .map(term -> started(entry, state, from, term, cause))
                    .stream())
        .toList();
  }

  private static TimeLimitStarted started(
      LimitEntry entry, DossierState state, LocalDate from, LegalTerm term, CommandName cause) {
    return new TimeLimitStarted(
        entry.id(),
        1 + (int) state.limits().stream().filter(l -> is(l, entry)).count(),
        from,
        term,
        cause.commandName());
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
      case AgencyLimitEntry e -> e.term(context.parameters(), state.filing().filedWith(), from);
    };
  }

  /** Ends each running limit with this start. */
  static List<DossierEvent> end(
      DossierState state, RulePack pack, Start start, LocalDate on, Reason reason) {
    return state
        .runningLimits()
        .filter(l -> entries(pack, start).anyMatch(entry -> is(l, entry)))
        .map(l -> ended(l, on, reason))
        .toList();
  }

  /** What a request for supplement does to running limits: the pack says it limit by limit. */
  static List<DossierEvent> onSupplementRequest(DossierState state, RulePack pack, LocalDate on) {
    return state
        .runningLimits()
        .flatMap(
            l ->
                switch (policy(pack, l)) {
                  case RESTART_ON_COMPLETE ->
                      Stream.of(ended(l, on, Reason.RETURNED_FOR_SUPPLEMENT));
                  case FULFILS -> Stream.of(ended(l, on, Reason.FULFILLED));
                  case NO_STOP -> Stream.<DossierEvent>of();
                })
        .toList();
  }

  /** Ends everything that runs. */
  static List<DossierEvent> endAll(DossierState state, LocalDate on) {
    return state.runningLimits().map(l -> ended(l, on, Reason.CASE_ENDED)).toList();
  }

  /**
   * A step may be older than the answer that started a segment; no segment ends before it began.
   */
  private static DossierEvent ended(LimitSegment segment, LocalDate on, Reason reason) {
    var started = segment.started();
    return new TimeLimitEnded(
        started.limit(), started.segment(), DossierState.later(on, started.from()), reason);
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
}
