package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.rules.AgencyRegistry;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Officials act on dossiers filed with their agency, applicants on their own. */
  record ActorHandlesDossier() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      var filing = s.filing();
      if (c.actor().role() == Role.APPLICANT) {
        return c.actor().agency().equals(filing.applicant())
            ? Optional.empty()
            : Optional.of(Rejection.of(RejectionCode.OTHER_APPLICANTS_DOSSIER));
      }
      return c.actor().agency().equals(filing.filedWith())
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.OTHER_AGENCYS_DOSSIER).with("agency", filing.filedWith()));
    }
  }

  record DossierIs(Set<Status> allowed) implements Gate {
    static DossierIs in(Status... allowed) {
      return new DossierIs(EnumSet.copyOf(Arrays.asList(allowed)));
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
  record NoQuestionIsOpen() implements Gate {
    @Override
    public Optional<Rejection> refuses(DossierState s, CommandName command, DecisionContext c) {
      return s.openQuestions().stream()
          .findFirst()
          .map(
              q ->
                  Rejection.of(
                          RejectionCode.QUESTION_OPEN, new LegalBasis(c.pack().act(), q.articles()))
                      .with("question", q.id()));
    }
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
      if (classification == null || classification.receiver() == null) {
        return Optional.empty();
      }
      var filedWith = s.filing().filedWith();
      return receives(classification, filedWith, s.facts().managingAgencies())
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.WRONG_RECEIVER,
                      new LegalBasis(
                          c.pack().act(), String.valueOf(classification.receiverArticle())))
                  .with(
                      "receiver",
                      Objects.requireNonNullElse(
                          classification.receiverAgency(), classification.receiver()))
                  .with("filedWith", filedWith));
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
