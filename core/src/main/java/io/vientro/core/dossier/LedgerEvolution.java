package io.vientro.core.dossier;

import io.vientro.core.dossier.TimeLimitEnded.Reason;
import java.util.function.UnaryOperator;

/** How events on the ledger of limits and its papers make a dossier. No side effects. */
final class LedgerEvolution {
  private LedgerEvolution() {}

  static DossierState evolve(DossierState s, LedgerEvent event) {
    return switch (event) {
      case TimeLimitExtended e ->
          onSegment(s, e.limit(), e.segment(), segment -> segment.extended(e));
      case DutyWaived e ->
          onSegment(
              s, e.limit(), e.segment(), segment -> segment.ended(e.waivedOn(), Reason.WAIVED));
      case TimeLimitWarned e -> {
        var warned = onSegment(s, e.limit(), e.segment(), segment -> segment.warned(e.due()));
        var records =
            s.records().raised(e.notices(), e.limit(), e.segment(), RaiseTimeLimit.What.WARNING);
        yield warned.change().records(records).build();
      }
      case TimeLimitExpired e -> {
        var expired = onSegment(s, e.limit(), e.segment(), segment -> segment.expired(e.due()));
        var records =
            s.records().raised(e.notices(), e.limit(), e.segment(), RaiseTimeLimit.What.EXPIRY);
        yield expired.change().records(records).build();
      }
      case TimeLimitExpiryCorrected e -> {
        var corrected = onSegment(s, e.limit(), e.segment(), segment -> segment.corrected(e));
        var records =
            s.records().raised(e.notices(), e.limit(), e.segment(), RaiseTimeLimit.What.CORRECTION);
        yield corrected.change().records(records).build();
      }
      case DueDateUncertain e -> {
        var uncertain =
            onSegment(s, e.limit(), e.segment(), segment -> segment.uncertain(e.year()));
        var records =
            s.records()
                .raised(e.notices(), e.limit(), e.segment(), RaiseTimeLimit.What.UNCERTAINTY);
        yield uncertain.change().records(records).build();
      }
      case NoticeAcknowledged e -> s.change().records(s.records().acknowledged(e)).build();
      case DocumentAttached e -> s.change().records(s.records().attached(e)).build();
    };
  }

  static DossierState onSegment(
      DossierState s, String limit, int number, UnaryOperator<LimitSegment> change) {
    return s.change()
        .limits(
            s.limits().stream()
                .map(segment -> segment.is(limit, number) ? change.apply(segment) : segment)
                .toList())
        .build();
  }
}
