package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Start;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What happens when a command off the main road is done. */
final class LifeSteps {
  private LifeSteps() {}

  static void take(Steps steps, LifeCommand command) {
    switch (command) {
      case ReclassifyAid c -> reclassify(steps, c);
      case TransferDossier c -> transfer(steps, c);
      case RecordEarlyReceipt c ->
          steps.take(
              new EarlyReceiptRecorded(
                  c.amounts(), c.goods(), c.heldBy(), c.reason(), c.receivedOn(), c.act()));
      case RecordImplementationStart c -> {
        steps.take(
            new ImplementationStarted(c.startedOn(), c.evidence(), c.description(), c.act()));
        steps.fulfil(Fulfilment.IMPLEMENTATION_START, c.startedOn());
        steps.start(
            Start.IMPLEMENTATION_START, c.startedOn(), CommandName.RECORD_IMPLEMENTATION_START);
      }
      case RecordDisbursement c ->
          steps.take(
              new DisbursementRecorded(
                  c.disbursedOn(), c.amounts(), c.managedBy(), c.description(), c.act()));
      case SubmitReport c -> report(steps, c);
      case RequestAdjustment c -> requestAdjustment(steps, c);
      case ApproveAdjustment c -> approveAdjustment(steps, c);
      case RefuseAdjustment c -> refuseAdjustment(steps, c);
      case RecordImplementationEnd c -> end(steps, c);
      case RecordHandOver c ->
          steps.take(
              new ResultsHandedOver(c.handedOverOn(), c.receivedBy(), c.description(), c.act()));
      case CloseAid c -> {
        steps.take(new AidClosed(c.closedOn(), c.settlement(), c.act()));
        steps.take(TimeLimits.endAll(steps.state(), c.closedOn()));
      }
      case RevokeAid c -> revoke(steps, c);
      case CorrectRecord c -> Corrections.take(steps, c);
    }
  }

  private static void reclassify(Steps steps, ReclassifyAid c) {
    var on = c.reclassifiedOn();
    var before = steps.state().status();
    steps.take(new AidReclassified(c.aid(), c.reason(), c.legalBasis(), on, c.act()));
    steps.classify(on);
    if (steps.moveToReceiver(c.reason(), c.legalBasis(), on, c.act(), CommandName.RECLASSIFY_AID)) {
      return;
    }
    steps.check(on, CommandName.RECLASSIFY_AID);
    if (steps.state().status() != before) {
      // The appraisal that was concluded on other facts goes on. No law gives it a new limit: it
      // is bound to the day on which the dossier was complete and valid.
      steps.end(Start.SUBMISSION_FOR_DECISION, on, Reason.NO_LONGER_OWED);
      steps.start(Start.COMPLETE_RECEPTION, steps.state().acceptedOn(), CommandName.RECLASSIFY_AID);
    }
  }

  private static void transfer(Steps steps, TransferDossier c) {
    var on = c.transferredOn();
    var before = steps.state();
    var anew =
        c.cause() == TransferDossier.Cause.CHANGE_OF_COMPETENCE
            && DossierRules.BEFORE_DECISION.contains(before.status());
    if (anew) {
      steps.take(TimeLimits.endAll(before, on, Reason.CASE_MOVED));
    }
    steps.take(
        new DossierTransferred(
            c.from() == null ? before.inCharge() : c.from(),
            c.to(),
            c.cause(),
            c.reason(),
            c.legalBasis(),
            on,
            c.act()));
    if (before.classification() != null) {
      steps.classify(on);
    }
    if (anew) {
      steps.check(on, CommandName.TRANSFER_DOSSIER);
    }
  }

  private static void report(Steps steps, SubmitReport c) {
    var on = c.submittedOn();
    steps.take(
        new ReportSubmitted(c.report(), c.period(), on, c.summary(), c.documents(), c.act()));
    for (var segment : owed(steps.state(), c)) {
      steps.take(TimeLimits.ended(steps.state(), segment, on, Reason.FULFILLED).toList());
      steps.take(TimeLimits.next(steps.state(), steps.context(), segment));
    }
  }

  private static List<LimitSegment> owed(DossierState state, SubmitReport c) {
    return state
        .runningLimits()
        .filter(l -> l.started().limit().equals(c.report()))
        .filter(l -> Objects.equals(l.started().period(), c.period()))
        .toList();
  }

  private static void requestAdjustment(Steps steps, RequestAdjustment c) {
    var state = steps.state();
    var authority = AdjustmentAuthority.of(state, c, steps.context());
    steps.take(
        new AdjustmentRequested(
            state.life().adjustments().size() + 1,
            c.requestedOn(),
            c.parts(),
            c.aid(),
            c.reason(),
            authority.approver(),
            authority.agency(),
            authority.articles(),
            authority.questions(),
            c.act()));
    if (!AdjustmentEntry.NOBODY.equals(authority.approver())) {
      steps.start(Start.ADJUSTMENT_REQUEST, c.requestedOn(), CommandName.REQUEST_ADJUSTMENT);
    }
  }

  /** Who decides on the adjustment, once a question about it is answered. */
  static void determine(Steps steps, LocalDate on) {
    var request = open(steps.state()).request();
    var authority = AdjustmentAuthority.of(steps.state(), request, steps.context());
    steps.take(
        new AdjustmentDetermined(
            request.number(),
            authority.approver(),
            authority.agency(),
            authority.articles(),
            authority.questions()));
    if (steps.state().status() != Status.ADJUSTING) {
      steps.take(
          TimeLimits.fulfil(
              steps.state(),
              steps.context().pack(),
              Fulfilment.ADJUSTMENT_DECISION,
              on,
              Reason.NO_LONGER_OWED));
    }
  }

  private static void approveAdjustment(Steps steps, ApproveAdjustment c) {
    var adjustment = open(steps.state());
    steps.take(
        new AdjustmentApproved(
            adjustment.request().number(),
            c.decidedOn(),
            Objects.requireNonNull(adjustment.approver()),
            adjustment.approverAgency(),
            byClerk(steps.context()),
            c.content(),
            Dossier.grounds(steps.context()),
            c.act()));
    adjustmentDecided(
        steps, adjustment, OutcomeKind.APPROVAL, c.decidedOn(), CommandName.APPROVE_ADJUSTMENT);
  }

  private static void refuseAdjustment(Steps steps, RefuseAdjustment c) {
    var adjustment = open(steps.state());
    steps.take(
        new AdjustmentRefused(
            adjustment.request().number(),
            c.decidedOn(),
            Objects.requireNonNull(adjustment.approver()),
            adjustment.approverAgency(),
            byClerk(steps.context()),
            c.reason(),
            c.legalBasis(),
            Dossier.grounds(steps.context()),
            c.act()));
    adjustmentDecided(
        steps, adjustment, OutcomeKind.REFUSAL, c.decidedOn(), CommandName.REFUSE_ADJUSTMENT);
  }

  /** Art. 16 sends the adjustment through Art. 11 again: the notice is owed anew. */
  private static void adjustmentDecided(
      Steps steps, Adjustment adjustment, OutcomeKind outcome, LocalDate on, CommandName cause) {
    steps.owe(outcome, adjustment.approver(), on);
    steps.fulfil(Fulfilment.ADJUSTMENT_DECISION, on);
    steps.start(Start.ADJUSTMENT_DECISION, on, cause);
  }

  private static void end(Steps steps, RecordImplementationEnd c) {
    var on = c.endedOn();
    steps.take(new ImplementationEnded(on, c.description(), c.act()));
    // Nothing is reported of a time in which nothing was carried out.
    steps.endPeriods(period -> period.from().isAfter(on), on, Reason.NO_LONGER_OWED);
    steps.start(Start.IMPLEMENTATION_END, on, CommandName.RECORD_IMPLEMENTATION_END);
  }

  /** The provider is told by the managing agency, whoever revokes (Art. 4.7, E28). */
  private static void revoke(Steps steps, RevokeAid c) {
    var decider = Objects.requireNonNull(Decider.ofDecision(steps.state()));
    var life = Objects.requireNonNull(steps.context().pack().life());
    steps.take(
        new AidRevoked(
            c.revokedOn(),
            decider.role(),
            decider.agency(),
            byClerk(steps.context()),
            c.reason(),
            c.legalBasis(),
            c.act()));
    steps.take(TimeLimits.endAll(steps.state(), c.revokedOn()));
    steps.take(
        new NoticeOwed(
            List.of(
                new NoticeOwed.Addressee(
                    NoticeOwed.PROVIDER,
                    List.of(NoticeOwed.PROVIDER),
                    life.revocationArticles()))));
    steps.start(Start.REVOCATION, c.revokedOn(), CommandName.REVOKE_AID);
  }

  private static Adjustment open(DossierState state) {
    return Objects.requireNonNull(state.life().openAdjustment(), "no adjustment is asked for");
  }

  private static boolean byClerk(DecisionContext context) {
    return context.actor().role() == Role.CLERK;
  }
}
