package io.vientro.core.dossier;

import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.stream.Stream;

/** How events off the main road make a dossier. No side effects: it runs on every replay. */
final class LifeEvolution {
  private LifeEvolution() {}

  static DossierState evolve(DossierState before, LifeEvent event) {
    var s = before.change().life(before.life().after(event)).build();
    return switch (event) {
      case AidReclassified e -> reclassified(s, e);
      case DossierTransferred e -> transferred(s, e);
      case EarlyReceiptRecorded e -> s;
      case ImplementationStarted e ->
          step(
              s,
              s.status() == Status.ADJUSTING ? Status.ADJUSTING : Status.IMPLEMENTING,
              e.startedOn());
      case DisbursementRecorded e -> s;
      case ReportSubmitted e -> s;
      case AdjustmentRequested e -> requested(s, e);
      case AdjustmentDetermined e ->
          AdjustmentEntry.NOBODY.equals(e.approver())
              ? adjusted(s.change().status(resumed(s)).build(), e.number())
              : s;
      case AdjustmentApproved e -> adjusted(step(s, resumed(s), e.decidedOn()), e.number());
      case AdjustmentRefused e -> step(s, resumed(s), e.decidedOn());
      case ImplementationEnded e -> step(s, Status.ENDED, e.endedOn());
      case ResultsHandedOver e -> step(s, Status.HANDED_OVER, e.handedOverOn());
      case AidClosed e -> step(s, Status.CLOSED, e.closedOn());
      case AidRevoked e -> step(s, Status.REVOKED, e.revokedOn());
      case RecordCorrected e ->
          Corrections.overlaid(s, e).change().records(s.records().corrected(e)).build();
    };
  }

  /** What was concluded on other facts does not carry a decision: the appraisal goes on. */
  private static DossierState reclassified(DossierState s, AidReclassified e) {
    var concluded =
        s.status() == Status.APPRAISAL_CONCLUDED || s.status() == Status.SUBMITTED_FOR_DECISION;
    return s.change()
        .aid(e.aid())
        .classifiedOn(e.reclassifiedOn())
        .status(concluded ? s.appraisal().progress() : s.status())
        .stepOn(e.reclassifiedOn())
        .build();
  }

  private static DossierState transferred(DossierState s, DossierTransferred e) {
    var succeeds = e.cause() == TransferDossier.Cause.SUCCESSION;
    var anew = !succeeds && DossierRules.BEFORE_DECISION.contains(s.status());
    // Only what became the managing agency's successor takes its place; an agency that merely
    // receives the case, as for the Prime Minister, does not (E11).
    var asManaging = succeeds || receivesAsManagingAgency(s);
    var aid = s.aid();
    return s.change()
        .receiver(s.receiver() == null || e.from().equals(s.receiver()) ? e.to() : s.receiver())
        .custody(s.custody().transferred(e))
        .aid(aid == null || !asManaging ? aid : Facts.managedBy(aid, e.from(), e.to()))
        .limits(s.limits().stream().map(l -> l.movedTo(e.from(), e.to())).toList())
        .status(anew ? Status.CHECKING : s.status())
        .stepOn(e.transferredOn())
        .build();
  }

  private static boolean receivesAsManagingAgency(DossierState s) {
    var classification = s.classification();
    return classification == null
        || classification.receiver() == null
        || AgencyRegistry.MANAGING_AGENCY.equals(classification.receiver());
  }

  /** An answer given for an adjustment before is none for this one. */
  private static DossierState requested(DossierState s, AdjustmentRequested e) {
    if (AdjustmentEntry.NOBODY.equals(e.approver())) {
      return adjusted(s, e.number());
    }
    var answers = new HashMap<>(s.answers());
    e.questions().forEach(q -> answers.remove(q.id()));
    return step(s.change().answers(answers).build(), Status.ADJUSTING, e.requestedOn());
  }

  /** The facts are those that the adjustment asked for. */
  private static DossierState adjusted(DossierState s, int number) {
    return s.life().adjustments().stream()
        .filter(a -> a.request().number() == number)
        .flatMap(a -> Stream.ofNullable(a.request().aid()))
        .findFirst()
        .map(aid -> s.change().aid(aid).build())
        .orElse(s);
  }

  private static DossierState step(DossierState s, Status status, LocalDate on) {
    return s.change().status(status).stepOn(on).build();
  }

  /** Where the case stands once an adjustment is decided. */
  private static Status resumed(DossierState s) {
    if (s.life().start() != null) {
      return Status.IMPLEMENTING;
    }
    return s.outcome().outstanding().isEmpty() ? Status.NOTIFIED : Status.APPROVED;
  }
}
