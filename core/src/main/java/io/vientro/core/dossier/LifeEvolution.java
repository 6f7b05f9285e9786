package io.vientro.core.dossier;

import java.time.LocalDate;

/** How events off the main road make a dossier. No side effects. */
final class LifeEvolution {
  private LifeEvolution() {}

  static DossierState evolve(DossierState before, LifeEvent event) {
    var s = before.change().life(before.life().after(event)).build();
    return switch (event) {
      case AidReclassified e -> s.change().aid(e.aid()).classifiedOn(e.reclassifiedOn()).build();
      case DossierTransferred e -> s.change().receiver(e.to()).build();
      case EarlyReceiptRecorded e -> s;
      case ImplementationStarted e -> step(s, Status.IMPLEMENTING, e.startedOn());
      case DisbursementRecorded e -> s;
      case ReportSubmitted e -> s;
      case AdjustmentRequested e -> step(s, Status.ADJUSTING, e.requestedOn());
      case AdjustmentApproved e -> step(s, resumed(s), e.decidedOn());
      case AdjustmentRefused e -> step(s, resumed(s), e.decidedOn());
      case ImplementationEnded e -> step(s, Status.ENDED, e.endedOn());
      case ResultsHandedOver e -> step(s, Status.HANDED_OVER, e.handedOverOn());
      case AidClosed e -> step(s, Status.CLOSED, e.closedOn());
      case AidRevoked e -> step(s, Status.REVOKED, e.revokedOn());
      case RecordCorrected e -> s.change().records(s.records().corrected(e)).build();
    };
  }

  private static DossierState step(DossierState s, Status status, LocalDate on) {
    return s.change().status(status).stepOn(on).build();
  }

  /** Where the case stands once an adjustment is decided. */
  private static Status resumed(DossierState s) {
    return s.life().start() == null ? Status.NOTIFIED : Status.IMPLEMENTING;
  }
}
