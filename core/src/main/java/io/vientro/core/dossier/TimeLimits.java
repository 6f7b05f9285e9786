package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which segments of which limits a step starts and ends. The ledger keeps every segment. */
final class TimeLimits {
  private TimeLimits() {}

  /** Starts a new segment of each limit with this start that is not running. */
  static List<DossierEvent> start(
      DossierState state, RulePack pack, Start start, LocalDate from, CommandName cause) {
    return entries(pack, start)
        .filter(entry -> state.runningLimits().noneMatch(l -> is(l, entry)))
        .<DossierEvent>map(
            entry ->
                new TimeLimitStarted(
                    entry.id(),
                    1 + (int) state.limits().stream().filter(l -> is(l, entry)).count(),
                    from,
                    entry.term(),
                    cause.commandName()))
        .toList();
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

  private static DossierEvent ended(LimitSegment segment, LocalDate on, Reason reason) {
    return new TimeLimitEnded(segment.started().limit(), segment.started().segment(), on, reason);
  }

  private static OnSupplement policy(RulePack pack, LimitSegment segment) {
    return pack.timeLimits().stream()
        .filter(entry -> is(segment, entry))
        .findFirst()
        .map(TimeLimitEntry::onSupplement)
        .orElseThrow();
  }

  private static boolean is(LimitSegment segment, TimeLimitEntry entry) {
    return segment.started().limit().equals(entry.id());
  }

  private static Stream<TimeLimitEntry> entries(RulePack pack, Start start) {
    return pack.timeLimits().stream().filter(e -> e.start() == start);
  }
}
