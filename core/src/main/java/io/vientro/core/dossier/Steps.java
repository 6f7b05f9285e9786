package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Start;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events that a command has led to so far, and the state that they make. */
final class Steps {
  private final DecisionContext context;
  private final List<DossierEvent> events = new ArrayList<>();
  private DossierState state;

  Steps(DossierState state, DecisionContext context) {
    this.state = state;
    this.context = context;
  }

  List<DossierEvent> events() {
    return List.copyOf(events);
  }

  DossierState state() {
    return state;
  }

  DecisionContext context() {
    return context;
  }

  void take(DossierEvent event) {
    events.add(event);
    state = Dossier.evolve(state, event);
  }

  void take(List<DossierEvent> more) {
    more.forEach(this::take);
  }

  void start(Start start, LocalDate from, CommandName cause) {
    take(TimeLimits.start(state, context, start, from, cause));
  }

  void end(Start start, LocalDate on, Reason reason) {
    take(TimeLimits.end(state, context.pack(), start, on, reason));
  }

  /** Ends what recurs and runs for such a period. */
  void endPeriods(Predicate<Period> which, LocalDate on, Reason reason) {
    for (var segment : state.runningLimits().toList()) {
      var period = segment.started().period();
      if (period != null && which.test(Period.parse(period))) {
        take(TimeLimits.ended(state, segment, on, reason).toList());
      }
    }
  }

  /** Ends the limits that ask for what was done. */
  void fulfil(Fulfilment done, LocalDate on) {
    take(TimeLimits.fulfil(state, context.pack(), done, on, Reason.FULFILLED));
  }

  void classify(LocalDate on) {
    take(
        Classification.of(
            state.facts(),
            state.answers(),
            context.pack(),
            context.registry(),
            state.agenciesOn(),
            on));
    determine(on);
  }

  /** Who takes part goes on record when it is first known and whenever it changes. */
  void determine(LocalDate on) {
    var pack = context.pack().road();
    var classification = state.classification();
    if (pack == null || classification == null || classification.approver() == null) {
      return;
    }
    var determined =
        AppraisalDetermination.of(
            state.facts(),
            classification.approver(),
            state.inCharge(),
            state.answers(),
            pack,
            context.registry(),
            on);
    if (!determined.equals(state.appraisal().determined())) {
      take(determined);
    }
  }

  /** What a decision entails: the signature is given, the notice is owed. */
  void decided(OutcomeKind outcome, Start start, LocalDate on, CommandName cause) {
    owe(outcome, Objects.requireNonNull(state.classification()).approver(), on);
    fulfil(Fulfilment.DECISION, on);
    take(TimeLimits.fulfil(state, context.pack(), Fulfilment.OPINION, on, Reason.NO_LONGER_OWED));
    if (outcome == OutcomeKind.REFUSAL) {
      take(TimeLimits.endAll(state, on));
    }
    start(start, on, cause);
  }

  /** Whom the notice of an outcome must reach. */
  void owe(OutcomeKind outcome, @Nullable String approver, LocalDate on) {
    take(
        Notices.owed(
            state,
            Objects.requireNonNull(approver),
            Objects.requireNonNull(context.pack().road()),
            outcome,
            on,
            context));
  }

  /**
   * A case that another agency must receive (Art. 8.6) goes there: the first one's clocks are
   * closed and not continued, and the next one checks it anew (E11). Where the registry knows no
   * agency it stays, and is not accepted.
   *
   * @return whether it moved
   */
  boolean moveToReceiver(
      String reason, String legalBasis, LocalDate on, Act act, CommandName cause) {
    var to = Gate.ReceivedByCompetentAgency.liesElsewhere(state) ? receiverOn(on) : null;
    if (to == null || to.equals(state.inCharge())) {
      return false;
    }
    take(TimeLimits.endAll(state, on, Reason.CASE_MOVED));
    take(
        new DossierTransferred(
            state.inCharge(),
            to,
            TransferDossier.Cause.CHANGE_OF_COMPETENCE,
            reason,
            legalBasis,
            on,
            act));
    classify(on);
    check(on, cause);
    return true;
  }

  /** The agency that receives it by that day's assignments, or null if nobody knows one. */
  private @Nullable String receiverOn(LocalDate day) {
    var classified =
        Classification.of(state.facts(), state.answers(), context.pack(), context.registry(), day);
    var managing = state.facts().managingAgencies();
    return AgencyRegistry.MANAGING_AGENCY.equals(classified.receiver()) && !managing.isEmpty()
        ? managing.getFirst()
        : classified.receiverAgency();
  }

  /**
   * What is missing goes on record; an incomplete dossier owes its return, one that became complete
   * no longer does. While a paper is merely undetermined there is nothing to return the dossier
   * for: the answer to the question settles it.
   */
  void check(LocalDate on, CommandName cause) {
    var gaps = Dossier.gaps(state, context);
    take(new ChecklistChecked(on, gaps));
    if (state.status() == Status.SUBMITTED || state.status() == Status.CHECKING) {
      start(Start.RECEPTION, on, cause);
      if (gaps.stream().allMatch(Gap::undetermined)) {
        end(Start.INCOMPLETE_RECEPTION, on, Reason.NO_LONGER_OWED);
      } else {
        start(Start.INCOMPLETE_RECEPTION, on, cause);
      }
    }
  }
}
