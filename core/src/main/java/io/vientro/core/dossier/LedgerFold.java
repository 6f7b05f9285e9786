package io.vientro.core.dossier;

import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.value.Copies;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How events make the segments of a dossier's limits. Whoever keeps only the ledger, and not the
 * whole dossier, folds by it too. No side effects.
 */
public final class LedgerFold {
  private LedgerFold() {}

  /** Whether an event changes any segment. */
  public static boolean concerns(DossierEvent event) {
    return switch (event) {
      case TimeLimitStarted e -> true;
      case TimeLimitEnded e -> true;
      case NoticeAcknowledged e -> false;
      case DocumentAttached e -> false;
      case LedgerEvent e -> true;
      default -> false;
    };
  }

  /**
   * The segments after an event. One that a limit no longer needs may have been left out of those
   * before: an event on it then changes nothing.
   *
   * @param limits the segments before, in order
   */
  public static List<LimitSegment> evolve(List<LimitSegment> limits, DossierEvent event) {
    return switch (event) {
      case TimeLimitStarted e -> Copies.append(limits, List.of(LimitSegment.of(e)));
      case TimeLimitEnded e ->
          on(limits, e.limit(), e.segment(), segment -> segment.ended(e.on(), e.reason()));
      case TimeLimitExtended e ->
          on(limits, e.limit(), e.segment(), segment -> segment.extended(e));
      case DutyWaived e ->
          on(limits, e.limit(), e.segment(), segment -> segment.ended(e.waivedOn(), Reason.WAIVED));
      case TimeLimitWarned e ->
          on(limits, e.limit(), e.segment(), segment -> segment.warned(e.due()));
      case TimeLimitExpired e ->
          on(limits, e.limit(), e.segment(), segment -> segment.expired(e.due()));
      case TimeLimitExpiryCorrected e ->
          on(limits, e.limit(), e.segment(), segment -> segment.corrected(e));
      case DueDateUncertain e ->
          on(limits, e.limit(), e.segment(), segment -> segment.uncertain(e.year()));
      default -> limits;
    };
  }

  private static List<LimitSegment> on(
      List<LimitSegment> limits, String limit, int number, UnaryOperator<LimitSegment> change) {
    return limits.stream()
        .map(segment -> segment.is(limit, number) ? change.apply(segment) : segment)
        .toList();
  }
}
