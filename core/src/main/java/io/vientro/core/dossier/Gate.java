package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.Fulfilment;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that looks at the dossier and the actor but not at the command's values. The same gates
 * refuse a command and tell the view which commands may be sent now.
 */
sealed interface Gate {

  /** The refusal, or empty if the gate stands open. */
  Optional<Rejection> refuses(DossierState state, CommandName command, DecisionContext context);

  /** The actor's role may send the command. */
  record ActorsRoleMay() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return command.refuses(c.actor());
    }
  }

  record DossierIsNew() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.status() == Status.NONE
          ? Optional.empty()
          : Optional.of(Rejection.of(RejectionCode.DOSSIER_EXISTS));
    }
  }

  record DossierExists() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.status() == Status.NONE
          ? Optional.of(Rejection.of(RejectionCode.UNKNOWN_DOSSIER))
          : Optional.empty();
    }
  }

  /**
   * The actor's agency is the one whose act it is; an applicant acts on its own dossiers. Whose act
   * it is depends on the role; for a role that is not listed it is the agency that received the
   * dossier.
   */
  record ActorIsOf(Map<Role, Party> parties) implements Gate {
    static ActorIsOf receiver() {
      return new ActorIsOf(Map.of());
    }

    static ActorIsOf party(Role role, Party party) {
      return new ActorIsOf(Map.of(role, party));
    }

    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var actor = c.actor();
      if (actor.role() == Role.APPLICANT) {
        return actor.agency().equals(s.filing().applicant())
            ? Optional.empty()
            : Optional.of(Rejection.of(RejectionCode.OTHER_APPLICANTS_DOSSIER));
      }
      var party = parties.getOrDefault(actor.role(), Party.RECEIVER);
      return party.agencies(s).contains(actor.agency())
          ? Optional.empty()
          : Optional.of(party.refusal(s, c));
    }
  }

  /** A decision is recorded by a clerk only for an authority that does not work here. */
  record ClerkRecordsOnlyForOthers() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var road = c.pack().road();
      if (c.actor().role() != Role.CLERK || road == null) {
        return Optional.empty();
      }
      var approver = whose(s, command);
      return approver == null || road.decision().recordedFor().contains(approver)
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.DECISION_NOT_RECORDED_BY_CLERK)
                  .with("approver", approver));
    }

    private static @Nullable String whose(DossierState s, CommandName command) {
      var decider =
          switch (command) {
            case APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT -> Decider.ofAdjustment(s);
            case REVOKE_AID -> Decider.ofDecision(s);
            default -> null;
          };
      if (decider != null) {
        return decider.role();
      }
      var classification = s.classification();
      return classification == null ? null : classification.approver();
    }
  }

  /** The version of the pack that the dossier is bound to says what follows the approval. */
  record PackSaysLife() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return c.pack().life() == null ? Optional.of(silent(c)) : Optional.empty();
    }
  }

  private static Rejection silent(DecisionContext c) {
    return Rejection.of(RejectionCode.RULE_PACK_SILENT)
        .with("pack", c.pack().id())
        .with("version", c.pack().version());
  }

  /** Nothing is received, carried out or used before the approval (Art. 4.1). */
  record AidIsApproved() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.outcome().approval() == null
          ? Optional.of(Rejection.of(RejectionCode.AID_NOT_APPROVED, beforeApproval(c)))
          : Optional.empty();
    }
  }

  /** Where it stands that nothing happens before the approval. */
  static LegalBasis beforeApproval(DecisionContext c) {
    var life = c.pack().life();
    return life == null
        ? LegalBasis.HOUSE_RULE
        : new LegalBasis(c.pack().act(), life.earlyReceiptArticles());
  }

  /** A case that is refused and notified is over. */
  record CaseIsNotOver() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.over()
          ? Optional.of(Rejection.of(RejectionCode.CASE_OVER).with("status", s.status()))
          : Optional.empty();
    }
  }

  /** The implementation begins once. */
  record NotStartedYet() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var start = s.life().start();
      return start == null
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.IMPLEMENTATION_STARTED_BEFORE)
                  .with("date", start.startedOn()));
    }
  }

  record HasStarted() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.life().start() == null
          ? Optional.of(Rejection.of(RejectionCode.IMPLEMENTATION_NOT_STARTED))
          : Optional.empty();
    }
  }

  /** Every report and every notice was given, or waived (Art. 13.6, 18). */
  record NoDutyIsOpen() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var open =
          s.runningLimits()
              .map(LimitSegment::started)
              .filter(l -> l.asks() == Fulfilment.REPORT || l.asks() == Fulfilment.NOTICE)
              .map(l -> l.period() == null ? l.limit() : l.limit() + " " + l.period())
              .toList();
      var life = c.pack().life();
      return open.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.DUTY_OPEN,
                      life == null
                          ? LegalBasis.HOUSE_RULE
                          : new LegalBasis(c.pack().act(), life.closingArticles()))
                  .with("duties", String.join(", ", open)));
    }
  }

  /** The version of the pack that the dossier is bound to says what follows acceptance. */
  record PackSaysTheRoad() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return c.pack().road() == null ? Optional.of(silent(c)) : Optional.empty();
    }
  }

  /**
   * Every consultee that the law names was asked (Art. 10.2); that it answered is not asked for.
   */
  record EveryConsulteeWasAsked() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var unasked = Awaited.unasked(s);
      return unasked.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.CONSULTEE_NOT_ASKED,
                      new LegalBasis(c.pack().act(), unasked.getFirst().articles()))
                  .with(
                      "consultees",
                      unasked.stream()
                          .map(u -> u.agency() == null ? String.join(" + ", u.roles()) : u.agency())
                          .collect(Collectors.joining(", "))));
    }
  }

  /** The appraisal found the aid eligible: its conclusion is the basis of the decision (10.3). */
  record AidIsEligible() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var conclusion = s.appraisal().conclusion();
      var road = c.pack().road();
      return conclusion == null || road == null || conclusion.finding() == AppraisalFinding.ELIGIBLE
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                  RejectionCode.CONCLUSION_NOT_ELIGIBLE,
                  new LegalBasis(c.pack().act(), road.decision().conclusionArticles())));
    }
  }

  /** A dossier is handed over once at a time. */
  record NoHandOverIsPending() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var pending = s.custody().pending();
      return pending == null
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.HAND_OVER_PENDING).with("agency", pending.to().agency()));
    }
  }

  record SomeHandOverIsPending() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.custody().pending() == null
          ? Optional.of(Rejection.of(RejectionCode.NO_HAND_OVER_PENDING))
          : Optional.empty();
    }
  }

  /** Where a hand-over names an officer or a unit, nobody else accepts it. */
  record ActorIsNamedReceiver() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var pending = s.custody().pending();
      if (pending == null) {
        return Optional.empty();
      }
      var to = pending.to();
      var officer = to.officer() == null || to.officer().equals(c.actor().account());
      // An account without a unit serves the whole agency.
      var unit =
          to.unit() == null || c.actor().unit() == null || to.unit().equals(c.actor().unit());
      return officer && unit
          ? Optional.empty()
          : Optional.of(Party.HAND_OVER_RECEIVER.refusal(s, c));
    }
  }

  record DossierIs(Set<Status> allowed) implements Gate {
    static DossierIs in(Status... allowed) {
      return in(Arrays.asList(allowed));
    }

    /** In the order of the road, in which the refusal names them. */
    static DossierIs in(Collection<Status> allowed) {
      return new DossierIs(EnumSet.copyOf(allowed));
    }

    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return allowed.contains(s.status())
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.WRONG_STATE)
                  .with("command", command.commandName())
                  .with("status", s.status())
                  .with(
                      "allowed",
                      allowed.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }
  }

  /**
   * Who must receive the dossier is settled, since that agency's clock is about to start (Art.
   * 8.6).
   */
  record ApproverIsSettled() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var classification = s.classification();
      return classification == null ? Optional.empty() : Gate.open(classification.questions(), c);
    }
  }

  /** The act governs the aid and does not prohibit it (Art. 1, 2, 4, 5). */
  record AidIsInScope() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var classification = s.classification();
      if (classification == null || !classification.outOfScope()) {
        return Optional.empty();
      }
      var scope = Objects.requireNonNull(classification.scope());
      var basis = new LegalBasis(c.pack().act(), scope.articles());
      return Optional.of(
          switch (scope.outcome()) {
            case PROHIBITED -> Rejection.of(RejectionCode.AID_PROHIBITED, basis);
            case OTHER_ACT ->
                Rejection.of(RejectionCode.AID_UNDER_OTHER_ACT, basis)
                    .with("act", String.valueOf(scope.otherAct()));
            case IN, OUT, QUESTION -> Rejection.of(RejectionCode.AID_OUT_OF_SCOPE, basis);
          });
    }
  }

  /** No question is left to a person. */
  record NoQuestionIsOpen() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return Gate.open(s.openQuestions(), c);
    }
  }

  private static Optional<Rejection> open(List<OpenQuestion> questions, DecisionContext c) {
    return questions.stream()
        .findFirst()
        .map(
            q ->
                Rejection.of(
                        RejectionCode.QUESTION_OPEN, new LegalBasis(c.pack().act(), q.articles()))
                    .with("question", q.id()));
  }

  record SomeQuestionIsOpen() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.openQuestions().isEmpty()
          ? Optional.of(Rejection.of(RejectionCode.NO_QUESTION_OPEN))
          : Optional.empty();
    }
  }

  /**
   * The dossier lies with the agency that the law makes its receiver (Art. 8.6). Where that is the
   * managing agency, but there are several, any of them may receive it; where there is none, the
   * law gives no receiver to compare with.
   */
  record ReceivedByCompetentAgency() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var classification = s.classification();
      var filedWith = s.inCharge();
      return classification == null || !liesElsewhere(s)
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.WRONG_RECEIVER,
                      new LegalBasis(
                          c.pack().act(), String.valueOf(classification.receiverArticle())))
                  .with(
                      "receiver",
                      Objects.requireNonNullElse(
                          classification.receiverAgency(),
                          String.valueOf(classification.receiver())))
                  .with("filedWith", filedWith));
    }

    /** Whether it is settled that the case lies with another agency than it must. */
    static boolean liesElsewhere(DossierState s) {
      var classification = s.classification();
      return classification != null
          && classification.receiver() != null
          && !receives(classification, s.inCharge(), s.facts().managingAgencies());
    }

    private static boolean receives(
        AidClassified classification, String filedWith, List<String> managingAgencies) {
      if (classification.receiverAgency() != null) {
        return classification.receiverAgency().equals(filedWith);
      }
      return AgencyRegistry.MANAGING_AGENCY.equals(classification.receiver())
          && (managingAgencies.isEmpty() || managingAgencies.contains(filedWith));
    }
  }

  /** Nothing of the checklist is missing today (Art. 8). */
  record NoGapIsOpen() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var gaps = Checklist.of(s, c.pack(), c.parameters(), c.today()).gaps();
      return gaps.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.GAP_OPEN,
                      new LegalBasis(c.pack().act(), String.valueOf(gaps.getFirst().article())))
                  .with(
                      "gaps",
                      gaps.stream()
                          .map(g -> g.requirement() + ": " + g.defect())
                          .collect(Collectors.joining(", "))));
    }
  }

  /** Reception can be refused only as long as the dossier was never received. */
  record NeverAccepted() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.code() == null
          ? Optional.empty()
          : Optional.of(Rejection.of(RejectionCode.ACCEPTED_BEFORE).with("code", s.code()));
    }
  }
}
