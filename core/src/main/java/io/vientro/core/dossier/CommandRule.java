package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActRules;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule that looks at the values of one command.
 *
 * @param <C> the command
 */
interface CommandRule<C extends DossierCommand> {

  /** The refusal, or empty if the rule holds. */
  Optional<Rejection> refuses(DossierState state, C command, DecisionContext context);

  /** A business date is not after today. */
  record DateNotAfterToday<C extends DossierCommand>(String field, Function<C, LocalDate> date)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return refusedIfFuture(field, date.apply(command), context);
    }
  }

  static Optional<Rejection> refusedIfFuture(
      String field, LocalDate date, DecisionContext context) {
    return date.isAfter(context.today())
        ? Optional.of(
            Rejection.of(RejectionCode.DATE_IN_FUTURE)
                .at(field)
                .with("date", date)
                .with("today", context.today()))
        : Optional.empty();
  }

  static Optional<Rejection> refusedIfBefore(String field, LocalDate date, LocalDate step) {
    return date.isBefore(step)
        ? Optional.of(
            Rejection.of(RejectionCode.DATE_BEFORE_STEP)
                .at(field)
                .with("date", date)
                .with("step", step))
        : Optional.empty();
  }

  /** A business date is not before the step it follows. */
  record DateNotBeforeStep<C extends DossierCommand>(
      String field, Function<C, LocalDate> date, Function<DossierState, LocalDate> step)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return refusedIfBefore(field, date.apply(command), step.apply(s));
    }
  }

  /**
   * The act is sound in itself, and an officer who does what is the applicant's to do acts on
   * behalf.
   *
   * @param applicantsAct whether the command is the applicant's own to send
   */
  record ActIsSound<C extends DossierCommand>(boolean applicantsAct) implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return ActRules.refusal(command.act(), context)
          .or(() -> actOfOfficerRefusal(command.act(), context));
    }

    private Optional<Rejection> actOfOfficerRefusal(Act act, DecisionContext context) {
      var byOfficer = context.actor().role() != Role.APPLICANT;
      return applicantsAct && byOfficer && act.capacity() != Capacity.ON_BEHALF
          ? Optional.of(Rejection.of(RejectionCode.ACT_NOT_ON_BEHALF).at("act.capacity"))
          : Optional.empty();
    }
  }

  /** The dossier is handed to an agency that the registry knows. */
  record FiledWithKnownAgency() implements CommandRule<SubmitDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitDossier command, DecisionContext context) {
      var agency = context.registry().agency(command.filedWith());
      return agency.isEmpty() || agency.get().code() == null
          ? Optional.of(
              Rejection.of(RejectionCode.UNKNOWN_AGENCY)
                  .at("filedWith")
                  .with("agency", command.filedWith()))
          : Optional.empty();
    }
  }

  /** An officer files at the own agency's counter only. */
  record OfficerFilesAtOwnAgency() implements CommandRule<SubmitDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitDossier command, DecisionContext context) {
      var actor = context.actor();
      return actor.role() != Role.APPLICANT && !actor.agency().equals(command.filedWith())
          ? Optional.of(
              Rejection.of(RejectionCode.OTHER_AGENCYS_DOSSIER)
                  .at("filedWith")
                  .with("agency", command.filedWith()))
          : Optional.empty();
    }
  }

  /** An applicant files for its own organisation only. */
  record ApplicantFilesOwn() implements CommandRule<SubmitDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitDossier command, DecisionContext context) {
      var own = context.actor().agency();
      return context.actor().role() == Role.APPLICANT
              && command.applicant() != null
              && !command.applicant().equals(own)
          ? Optional.of(
              Rejection.of(RejectionCode.APPLICANT_IS_SOMEBODY_ELSE)
                  .at("applicant")
                  .with("applicant", own))
          : Optional.empty();
    }
  }

  /** A count of sets or copies is at least one. */
  record CountsArePositive<C extends DossierCommand>(
      Function<C, Integer> sets, Function<C, List<DossierDocument>> documents)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      var count = sets.apply(command);
      if (count != null && count < 1) {
        return Optional.of(Rejection.of(RejectionCode.NUMBER_NOT_POSITIVE).at("sets"));
      }
      return DocumentRules.refusal(documents.apply(command), context);
    }
  }

  /** A second request needs a basis: all gaps belong into the first. */
  record RepeatHasBasis() implements CommandRule<RequestSupplement> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestSupplement command, DecisionContext context) {
      var rule = context.pack().supplements();
      return s.supplementRequests() >= rule.free() && isBlank(command.repeatBasis())
          ? Optional.of(
              Rejection.of(
                      RejectionCode.REPEAT_BASIS_MISSING,
                      new LegalBasis(rule.basisAct(), rule.basisArticles()))
                  .at("repeatBasis")
                  .with("number", s.supplementRequests() + 1))
          : Optional.empty();
    }

    private static boolean isBlank(@Nullable String text) {
      return text == null || text.isBlank();
    }
  }

  /** Findings name entries of the checklist. */
  record FindingsNameRequirements() implements CommandRule<RequestSupplement> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestSupplement command, DecisionContext context) {
      for (var i = 0; i < command.findings().size(); i++) {
        var requirement = command.findings().get(i).requirement();
        if (requirement != null
            && context.pack().checklist().stream().noneMatch(e -> e.id().equals(requirement))) {
          return Optional.of(
              Rejection.of(RejectionCode.UNKNOWN_REQUIREMENT)
                  .at("findings[" + i + "].requirement")
                  .with("requirement", requirement));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * There is something that the applicant can bring; an open question is not the applicant's to
   * answer.
   */
  record SomethingIsMissing() implements CommandRule<RequestSupplement> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestSupplement command, DecisionContext context) {
      return command.findings().isEmpty()
              && Dossier.gaps(s, context).stream().allMatch(Gap::undetermined)
          ? Optional.of(Rejection.of(RejectionCode.NOTHING_TO_SUPPLEMENT))
          : Optional.empty();
    }
  }

  /** A supplement brings something. */
  record SomethingIsSupplied() implements CommandRule<SupplementDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SupplementDossier command, DecisionContext context) {
      return command.documents().isEmpty() && command.sets() == null && command.aid() == null
          ? Optional.of(Rejection.of(RejectionCode.NOTHING_SUPPLIED).at("documents"))
          : Optional.empty();
    }
  }

  /** The answer is one that the pack offers for a question that is open. */
  record AnswerIsOffered() implements CommandRule<DecideOpenQuestion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, DecideOpenQuestion command, DecisionContext context) {
      var question =
          s.openQuestions().stream().filter(q -> q.id().equals(command.question())).findFirst();
      if (question.isEmpty()) {
        return Optional.of(
            Rejection.of(RejectionCode.UNKNOWN_QUESTION)
                .at("question")
                .with("question", command.question()));
      }
      return question.get().answers().contains(command.answer())
          ? Optional.empty()
          : Optional.of(
              Rejection.of(
                      RejectionCode.ANSWER_NOT_OFFERED,
                      new LegalBasis(context.pack().act(), question.get().articles()))
                  .at("answer")
                  .with("answers", String.join(", ", question.get().answers())));
    }
  }

  /** Words are given where they carry the act. */
  record TextIsGiven<C extends DossierCommand>(String field, Function<C, String> text)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return text.apply(command).isBlank()
          ? Optional.of(Rejection.of(RejectionCode.TEXT_MISSING).at(field))
          : Optional.empty();
    }
  }

  /** The act names its paper: without number and date nobody finds the decision again. */
  record DocumentIsNamed<C extends DossierCommand>() implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return command.act().document() == null
          ? Optional.of(Rejection.of(RejectionCode.DOCUMENT_MISSING).at("act.document"))
          : Optional.empty();
    }
  }

  /** The paper bears the date of the act. */
  record DocumentIsOfTheDay<C extends DossierCommand>(String field, Function<C, LocalDate> date)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      var document = command.act().document();
      return document == null || document.date().equals(date.apply(command))
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.DOCUMENT_DATE_DIFFERS)
                  .at(field)
                  .with("date", date.apply(command))
                  .with("document", document.date()));
    }
  }
}
