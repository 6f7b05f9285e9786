package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack.Start;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The dossier (hồ sơ khoản viện trợ) as three pure functions. {@link DossierRules} lists what is
 * asked before a command is done; here stands what then happens.
 */
public final class Dossier {
  private Dossier() {}

  /** Prefix of every dossier's id; ids are globally unique and carry their kind. */
  public static final String ID_PREFIX = "dossier-";

  /** An id for a new dossier. */
  public static String id(UUID uuid) {
    return ID_PREFIX + uuid;
  }

  /** Decides a command. */
  public static Decision<DossierEvent> decide(
      DossierState state, DossierCommand command, DecisionContext context) {
    return admissible(state, name(command), context)
        .or(() -> DossierRules.refusal(state, command, context))
        .map(Decision::<DossierEvent>reject)
        .orElseGet(() -> Decision.accept(events(state, command, context)));
  }

  /**
   * The refusal that any command of this name would meet now, whatever its values; empty if it may
   * be sent.
   */
  public static Optional<Rejection> admissible(
      DossierState state, CommandName command, DecisionContext context) {
    return DossierRules.gates(command).stream()
        .flatMap(gate -> gate.refuses(state, command, context).stream())
        .findFirst();
  }

  public static DossierState evolve(DossierState state, DossierEvent event) {
    return DossierEvolution.evolve(state, event);
  }

  /** What the dossier lacks today. */
  public static List<Gap> gaps(DossierState state, DecisionContext context) {
    return Checklist.of(state, context.pack(), context.parameters(), context.today()).gaps();
  }

  /** The name of a command. */
  public static CommandName name(DossierCommand command) {
    return switch (command) {
      case SubmitDossier c -> CommandName.SUBMIT_DOSSIER;
      case RequestSupplement c -> CommandName.REQUEST_SUPPLEMENT;
      case SupplementDossier c -> CommandName.SUPPLEMENT_DOSSIER;
      case AcceptDossier c -> CommandName.ACCEPT_DOSSIER;
      case RefuseReception c -> CommandName.REFUSE_RECEPTION;
      case WithdrawDossier c -> CommandName.WITHDRAW_DOSSIER;
      case DecideOpenQuestion c -> CommandName.DECIDE_OPEN_QUESTION;
    };
  }

  private static List<DossierEvent> events(
      DossierState state, DossierCommand command, DecisionContext context) {
    var road = new Road(state, context);
    switch (command) {
      case SubmitDossier c -> {
        road.take(submitted(c, context));
        road.classify();
        road.check(c.submittedOn(), CommandName.SUBMIT_DOSSIER);
      }
      case RequestSupplement c -> {
        var gaps = new ArrayList<>(gaps(state, context));
        c.findings().forEach(f -> gaps.add(new Gap(f.requirement(), Gap.FINDING, null, f.text())));
        road.take(
            new SupplementRequested(
                c.requestedOn(),
                state.supplementRequests() + 1,
                List.copyOf(gaps),
                c.repeatBasis(),
                c.act()));
        road.take(TimeLimits.onSupplementRequest(state, context.pack(), c.requestedOn()));
      }
      case SupplementDossier c -> {
        road.take(
            new DossierSupplemented(c.suppliedOn(), c.sets(), c.aid(), c.documents(), c.act()));
        if (c.aid() != null) {
          road.classify();
        }
        road.check(c.suppliedOn(), CommandName.SUPPLEMENT_DOSSIER);
      }
      case AcceptDossier c -> {
        var code = state.code() == null ? context.dossierCode() : state.code();
        road.take(
            new DossierAccepted(
                Objects.requireNonNull(code, "the reception book gives the code first"),
                c.completeOn(),
                grounds(context),
                c.act()));
        road.take(
            TimeLimits.end(
                state,
                context.pack(),
                Start.INCOMPLETE_RECEPTION,
                c.completeOn(),
                Reason.NO_LONGER_OWED));
        road.take(
            TimeLimits.start(
                road.state,
                context.pack(),
                Start.COMPLETE_RECEPTION,
                c.completeOn(),
                CommandName.ACCEPT_DOSSIER));
      }
      case RefuseReception c -> {
        road.take(new ReceptionRefused(c.refusedOn(), c.reason(), c.legalBasis(), c.act()));
        road.take(TimeLimits.endAll(state, c.refusedOn()));
      }
      case WithdrawDossier c -> {
        road.take(new DossierWithdrawn(c.withdrawnOn(), c.reason(), c.act()));
        road.take(TimeLimits.endAll(state, c.withdrawnOn()));
      }
      case DecideOpenQuestion c -> {
        road.take(
            new OpenQuestionDecided(
                c.question(), c.answer(), c.reason(), c.decidedOn(), grounds(context), c.act()));
        road.classify();
        // An answer may be older than the last step; what it starts or ends cannot be.
        road.check(road.state.settledOn(), CommandName.DECIDE_OPEN_QUESTION);
      }
    }
    return road.events;
  }

  private static DossierSubmitted submitted(SubmitDossier c, DecisionContext context) {
    var actor = context.actor();
    var pack = context.pack();
    return new DossierSubmitted(
        c.submittedOn(),
        c.channel(),
        c.filedWith(),
        actor.role() == Role.APPLICANT ? actor.agency() : c.applicant(),
        c.sets(),
        c.aid(),
        c.documents(),
        new PackPin(
            pack.id(), pack.version(), context.law().sha256(), !pack.inForceOn(c.submittedOn())),
        c.act());
  }

  private static Grounds grounds(DecisionContext context) {
    return new Grounds(
        context.law().sha256(),
        context.registry().sha256(),
        context.parameters().sha256(),
        context.calendar().sha256());
  }

  /** The events taken so far, and the state that they make. */
  private static final class Road {
    private final DecisionContext context;
    private final List<DossierEvent> events = new ArrayList<>();
    private DossierState state;

    Road(DossierState state, DecisionContext context) {
      this.state = state;
      this.context = context;
    }

    void take(DossierEvent event) {
      events.add(event);
      state = evolve(state, event);
    }

    void take(List<DossierEvent> more) {
      more.forEach(this::take);
    }

    void classify() {
      take(
          Classification.of(
              state.facts(),
              state.answers(),
              context.pack(),
              context.registry(),
              state.filing().submittedOn()));
    }

    /**
     * What is missing goes on record; an incomplete dossier owes its return, one that became
     * complete no longer does. While a paper is merely undetermined there is nothing to return the
     * dossier for: the answer to the question settles it.
     */
    void check(LocalDate on, CommandName cause) {
      var pack = context.pack();
      var gaps = gaps(state, context);
      take(new ChecklistChecked(on, gaps));
      if (state.status() == Status.SUBMITTED || state.status() == Status.CHECKING) {
        take(
            gaps.stream().allMatch(Gap::undetermined)
                ? TimeLimits.end(state, pack, Start.INCOMPLETE_RECEPTION, on, Reason.NO_LONGER_OWED)
                : TimeLimits.start(state, pack, Start.INCOMPLETE_RECEPTION, on, cause));
      }
    }
  }
}
