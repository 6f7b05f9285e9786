package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Start;
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
      case AssignOfficer c -> CommandName.ASSIGN_OFFICER;
      case HandOverDossier c -> CommandName.HAND_OVER_DOSSIER;
      case AcceptHandOver c -> CommandName.ACCEPT_HAND_OVER;
      case RequestAgencyOpinion c -> CommandName.REQUEST_AGENCY_OPINION;
      case RecordAgencyOpinion c -> CommandName.RECORD_AGENCY_OPINION;
      case ConveneAppraisalMeeting c -> CommandName.CONVENE_APPRAISAL_MEETING;
      case ConcludeAppraisal c -> CommandName.CONCLUDE_APPRAISAL;
      case SubmitForDecision c -> CommandName.SUBMIT_FOR_DECISION;
      case ApproveAid c -> CommandName.APPROVE_AID;
      case RefuseAid c -> CommandName.REFUSE_AID;
      case NotifyOutcome c -> CommandName.NOTIFY_OUTCOME;
      case StopProcessing c -> CommandName.STOP_PROCESSING;
      case AdoptRulePackVersion c -> CommandName.ADOPT_RULE_PACK_VERSION;
      case LifeCommand c -> LifeRules.name(c);
      case LedgerCommand c -> LedgerRules.name(c);
    };
  }

  private static List<DossierEvent> events(
      DossierState state, DossierCommand command, DecisionContext context) {
    var road = new Steps(state, context);
    switch (command) {
      case SubmitDossier c -> {
        road.take(submitted(c, context));
        road.classify(c.submittedOn());
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
          road.classify(c.suppliedOn());
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
        // Who plays which role may have changed since the dossier was filed.
        road.determine(c.completeOn());
        road.end(Start.INCOMPLETE_RECEPTION, c.completeOn(), Reason.NO_LONGER_OWED);
        road.end(Start.RECEPTION, c.completeOn(), Reason.FULFILLED);
        road.start(Start.COMPLETE_RECEPTION, c.completeOn(), CommandName.ACCEPT_DOSSIER);
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
        if (state.status() == Status.ADJUSTING) {
          LifeSteps.determine(road, c.decidedOn());
        } else {
          // An answer may be older than the last step; what it starts or ends cannot be.
          var settledOn = road.state().settledOn();
          road.classify(settledOn);
          road.check(settledOn, CommandName.DECIDE_OPEN_QUESTION);
          // What was accepted before lies with an agency that turns out not to be competent only
          // where its facts changed since; then the case goes to the one that is.
          if (!DossierRules.RECEPTION.contains(road.state().status())) {
            road.moveToReceiver(
                c.reason(),
                articles(state, c.question(), context),
                settledOn,
                c.act(),
                CommandName.DECIDE_OPEN_QUESTION);
          }
        }
      }
      case AssignOfficer c ->
          road.take(
              new OfficerAssigned(
                  context.actor().agency(), c.officer(), c.unit(), c.assignedOn(), c.act()));
      case HandOverDossier c ->
          road.take(
              new DossierHandedOver(
                  Objects.requireNonNull(state.custody().holder()),
                  c.to(),
                  c.handedOverOn(),
                  c.note(),
                  c.act()));
      case AcceptHandOver c ->
          road.take(new HandOverAccepted(receiver(state, context), c.acceptedOn(), c.act()));
      case RequestAgencyOpinion c -> {
        var request = requested(state, c, context);
        road.take(request);
        road.take(TimeLimits.startOpinion(road.state(), context, request));
      }
      case RecordAgencyOpinion c -> {
        var request = RoadRule.requested(state, c.agency()).orElseThrow().request();
        road.take(
            new AgencyOpinionRecorded(
                c.agency(),
                request.number(),
                c.answeredOn(),
                c.stance(),
                c.text(),
                RoadRule.byLetter(c, context),
                c.act()));
        road.take(TimeLimits.answered(road.state(), c.agency(), c.answeredOn()));
      }
      case ConveneAppraisalMeeting c ->
          road.take(
              new AppraisalMeetingConvened(c.convenedOn(), c.meetingOn(), c.invited(), c.act()));
      case ConcludeAppraisal c -> {
        road.take(
            new AppraisalConcluded(
                c.concludedOn(),
                c.method(),
                c.finding(),
                c.summary(),
                state.appraisal().outstanding().map(o -> o.request().agency()).toList(),
                grounds(context),
                c.act()));
        road.fulfil(Fulfilment.CONCLUSION, c.concludedOn());
      }
      case SubmitForDecision c -> {
        var classification = Objects.requireNonNull(state.classification());
        road.take(
            new SubmittedForDecision(
                c.submittedOn(),
                Objects.requireNonNull(classification.approver()),
                classification.approverAgency(),
                c.act()));
        road.start(Start.SUBMISSION_FOR_DECISION, c.submittedOn(), CommandName.SUBMIT_FOR_DECISION);
      }
      case ApproveAid c -> {
        var classification = Objects.requireNonNull(state.classification());
        road.take(
            new AidApproved(
                c.decidedOn(),
                Objects.requireNonNull(classification.approver()),
                classification.approverAgency(),
                context.actor().role() == Role.CLERK,
                c.content(),
                grounds(context),
                c.act()));
        road.decided(OutcomeKind.APPROVAL, Start.DECISION, c.decidedOn(), CommandName.APPROVE_AID);
      }
      case RefuseAid c -> {
        var classification = Objects.requireNonNull(state.classification());
        road.take(
            new AidRefused(
                c.decidedOn(),
                Objects.requireNonNull(classification.approver()),
                classification.approverAgency(),
                context.actor().role() == Role.CLERK,
                c.reason(),
                c.legalBasis(),
                grounds(context),
                c.act()));
        road.decided(OutcomeKind.REFUSAL, Start.REFUSAL, c.decidedOn(), CommandName.REFUSE_AID);
      }
      case NotifyOutcome c -> {
        road.take(new OutcomeNotified(c.notifiedOn(), c.addressees(), c.act()));
        var reached = road.state().outcome().reachedAllOn();
        if (reached != null) {
          road.fulfil(Fulfilment.NOTICE, reached);
        }
      }
      case StopProcessing c -> {
        road.take(new ProcessingStopped(c.stoppedOn(), c.reason(), c.legalBasis(), c.act()));
        road.take(TimeLimits.endAll(state, c.stoppedOn()));
      }
      case AdoptRulePackVersion c -> {
        var pack = context.pack();
        road.take(
            new RulePackAdopted(
                new PackPin(
                    pack.id(),
                    pack.version(),
                    context.law().sha256(),
                    !pack.inForceOn(state.filing().submittedOn())),
                c.reason(),
                c.legalBasis(),
                c.adoptedOn(),
                c.act()));
        if (state.outcome().approval() == null) {
          road.classify(c.adoptedOn());
          road.check(c.adoptedOn(), CommandName.ADOPT_RULE_PACK_VERSION);
        } else {
          road.take(TimeLimits.catchUp(road.state(), context, state.approvedOn()));
        }
      }
      case LifeCommand c -> LifeSteps.take(road, c);
      case LedgerCommand c -> LedgerSteps.take(road, c);
    }
    return road.events();
  }

  private static String articles(DossierState state, String question, DecisionContext context) {
    return state.openQuestions().stream()
        .filter(q -> q.id().equals(question))
        .findFirst()
        .map(q -> context.pack().act() + " " + q.articles())
        .orElseThrow();
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

  private static AgencyOpinionRequested requested(
      DossierState state, RequestAgencyOpinion c, DecisionContext context) {
    var before =
        state.appraisal().opinions().stream()
            .filter(o -> o.request().agency().equals(c.agency()))
            .count();
    var determined = state.appraisal().determined();
    var roles =
        determined == null
            ? List.<String>of()
            : determined.consultees().stream()
                .filter(
                    consultee ->
                        c.agency().equals(consultee.agency())
                            || c.role() != null && consultee.roles().contains(c.role()))
                .flatMap(consultee -> consultee.roles().stream())
                .toList();
    return new AgencyOpinionRequested(
        c.agency(),
        1 + (int) before,
        roles,
        c.requestedOn(),
        c.answerBy(),
        TimeLimits.term(state, context, Start.OPINION_REQUEST, c.requestedOn()),
        c.subject(),
        c.act());
  }

  private static Custodian receiver(DossierState state, DecisionContext context) {
    var to = Objects.requireNonNull(state.custody().pending()).to();
    var actor = context.actor();
    return new Custodian(
        to.agency(), to.unit() == null ? actor.unit() : to.unit(), actor.account());
  }

  static Grounds grounds(DecisionContext context) {
    return new Grounds(
        context.law().sha256(),
        context.registry().sha256(),
        context.parameters().sha256(),
        context.calendar().sha256());
  }
}
