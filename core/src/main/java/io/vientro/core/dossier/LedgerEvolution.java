package io.vientro.core.dossier;

import io.vientro.core.dossier.RaiseTimeLimit.What;
import java.util.List;

/**
 * How events on the ledger of limits and its papers make a dossier; what they make of its segments
 * stands in {@link LedgerFold}. No side effects.
 */
final class LedgerEvolution {
  private LedgerEvolution() {}

  static DossierState evolve(DossierState s, LedgerEvent event) {
    return switch (event) {
      case TimeLimitExtended e -> onLimits(s, e);
      case DutyWaived e -> onLimits(s, e);
      case TimeLimitWarned e -> raised(s, e, e.limit(), e.segment(), What.WARNING, e.notices());
      case TimeLimitExpired e -> raised(s, e, e.limit(), e.segment(), What.EXPIRY, e.notices());
      case TimeLimitExpiryCorrected e ->
          raised(s, e, e.limit(), e.segment(), What.CORRECTION, e.notices());
      case DueDateUncertain e ->
          raised(s, e, e.limit(), e.segment(), What.UNCERTAINTY, e.notices());
      case NoticeAcknowledged e -> s.change().records(s.records().acknowledged(e)).build();
      case DocumentAttached e -> s.change().records(s.records().attached(e)).build();
    };
  }

  private static DossierState raised(
      DossierState s,
      LedgerEvent event,
      String limit,
      int segment,
      What what,
      List<DutyNotice> notices) {
    return onLimits(s, event)
        .change()
        .records(s.records().raised(notices, limit, segment, what))
        .build();
  }

  static DossierState onLimits(DossierState s, DossierEvent event) {
    return s.change().limits(LedgerFold.evolve(s.limits(), event)).build();
  }
}
