package io.vientro.core.dossier;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules on the values of the commands that follow acceptance. */
final class RoadRule {
  private RoadRule() {}

  /** A dossier is handed to an agency that has a hand in the case, and not to whoever has it. */
  record HandedToParticipant() implements CommandRule<HandOverDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, HandOverDossier command, DecisionContext context) {
      var to = command.to();
      if (!s.participants().contains(to.agency())) {
        return Optional.of(
            Rejection.of(RejectionCode.AGENCY_NOT_INVOLVED)
                .at("to.agency")
                .with("agency", to.agency())
                .with("involved", String.join(", ", s.participants())));
      }
      return to.equals(s.custody().holder())
          ? Optional.of(Rejection.of(RejectionCode.HANDED_OVER_TO_SELF).at("to"))
          : Optional.empty();
    }
  }

  /** The agency asked is known, and is not the one that asks. */
  record AskedAgencyIsKnown() implements CommandRule<RequestAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestAgencyOpinion command, DecisionContext context) {
      if (command.agency().equals(s.leadAgency())) {
        return Optional.of(
            Rejection.of(RejectionCode.LEAD_ASKS_ITSELF)
                .at("agency")
                .with("agency", command.agency()));
      }
      return unknownAgency(command.agency(), "agency", context);
    }
  }

  private static Optional<Rejection> unknownAgency(
      String agency, String field, DecisionContext context) {
    return context.registry().agency(agency).isEmpty()
        ? Optional.of(Rejection.of(RejectionCode.UNKNOWN_AGENCY).at(field).with("agency", agency))
        : Optional.empty();
  }

  /** A role is named only where the law wants it consulted and the registry knows no agency. */
  record AskedInKnownRole() implements CommandRule<RequestAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestAgencyOpinion command, DecisionContext context) {
      var role = command.role();
      var determined = s.appraisal().determined();
      return role == null
              || determined != null
                  && determined.consultees().stream()
                      .anyMatch(
                          c ->
                              c.roles().contains(role)
                                  && (c.agency() == null || c.agency().equals(command.agency())))
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.UNKNOWN_CONSULTEE_ROLE).at("role").with("role", role));
    }
  }

  /** An agency that still owes its answer is not asked again. */
  record NotAskedAlready() implements CommandRule<RequestAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestAgencyOpinion command, DecisionContext context) {
      return requested(s, command.agency())
          .map(
              o ->
                  Rejection.of(RejectionCode.OPINION_ALREADY_REQUESTED)
                      .at("agency")
                      .with("agency", command.agency())
                      .with("date", o.request().requestedOn()));
    }
  }

  /** The day that a letter names for the answer is not before the letter. */
  record AnswerNotDueBeforeRequest() implements CommandRule<RequestAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestAgencyOpinion command, DecisionContext context) {
      var by = command.answerBy();
      return by == null
          ? Optional.empty()
          : CommandRule.refusedIfBefore("answerBy", by, command.requestedOn());
    }
  }

  /** A consulted agency speaks for itself only. */
  record OpinionIsOwn() implements CommandRule<RecordAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordAgencyOpinion command, DecisionContext context) {
      var actor = context.actor();
      return actor.role() == Role.CONSULTED_AGENCY && !actor.agency().equals(command.agency())
          ? Optional.of(
              Rejection.of(RejectionCode.OTHER_AGENCYS_OPINION)
                  .at("agency")
                  .with("agency", command.agency()))
          : Optional.empty();
    }
  }

  /** The agency was asked and has not answered yet. */
  record OpinionWasRequested() implements CommandRule<RecordAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordAgencyOpinion command, DecisionContext context) {
      return requested(s, command.agency()).isEmpty()
          ? Optional.of(
              Rejection.of(RejectionCode.OPINION_NOT_REQUESTED)
                  .at("agency")
                  .with("agency", command.agency()))
          : Optional.empty();
    }
  }

  /** The request that an agency has not answered yet; empty if there is none. */
  static Optional<Opinion> requested(DossierState s, String agency) {
    return s.appraisal().opinions().stream().filter(o -> o.awaits(agency)).findFirst();
  }

  /** Who records another agency's opinion names its letter. */
  record LetterIsNamed() implements CommandRule<RecordAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordAgencyOpinion command, DecisionContext context) {
      return byLetter(command, context) && command.act().document() == null
          ? Optional.of(Rejection.of(RejectionCode.DOCUMENT_MISSING).at("act.document"))
          : Optional.empty();
    }
  }

  /** Whether somebody else than the agency records its opinion. */
  static boolean byLetter(RecordAgencyOpinion command, DecisionContext context) {
    return !context.actor().agency().equals(command.agency());
  }

  /** An answer is not older than its question. */
  record AnsweredAfterRequest() implements CommandRule<RecordAgencyOpinion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordAgencyOpinion command, DecisionContext context) {
      return requested(s, command.agency())
          .map(o -> o.request().requestedOn())
          .flatMap(
              requestedOn ->
                  CommandRule.refusedIfBefore("answeredOn", command.answeredOn(), requestedOn));
    }
  }

  record InvitedAgenciesAreKnown() implements CommandRule<ConveneAppraisalMeeting> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, ConveneAppraisalMeeting command, DecisionContext context) {
      var seen = new HashSet<String>();
      for (var i = 0; i < command.invited().size(); i++) {
        var agency = command.invited().get(i);
        var at = "invited[" + i + "]";
        var unknown = unknownAgency(agency, at, context);
        if (unknown.isPresent()) {
          return unknown;
        }
        if (!seen.add(agency)) {
          return Optional.of(
              Rejection.of(RejectionCode.AGENCY_REPEATED).at(at).with("agency", agency));
        }
      }
      return Optional.empty();
    }
  }

  record MeetingNotBeforeInvitation() implements CommandRule<ConveneAppraisalMeeting> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, ConveneAppraisalMeeting command, DecisionContext context) {
      return CommandRule.refusedIfBefore("meetingOn", command.meetingOn(), command.convenedOn());
    }
  }

  /** What a meeting concludes is concluded once it was held. */
  record MeetingWasHeld() implements CommandRule<ConcludeAppraisal> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, ConcludeAppraisal command, DecisionContext context) {
      var meeting = s.appraisal().meeting();
      return command.method() == AppraisalMethod.MEETING
              && (meeting == null || meeting.meetingOn().isAfter(command.concludedOn()))
          ? Optional.of(Rejection.of(RejectionCode.MEETING_NOT_HELD).at("method"))
          : Optional.empty();
    }
  }

  /** Somebody is notified: whom the notice is owed, or another agency, and each once. */
  record AddresseesAreSound() implements CommandRule<NotifyOutcome> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, NotifyOutcome command, DecisionContext context) {
      if (command.addressees().isEmpty()) {
        return Optional.of(Rejection.of(RejectionCode.NO_ADDRESSEE).at("addressees"));
      }
      var owed = s.outcome().owed();
      Predicate<String> known =
          id ->
              id.equals(NoticeOwed.PROVIDER)
                  || owed.stream().anyMatch(a -> a.id().equals(id))
                  || context.registry().agency(id).isPresent();
      var seen = new HashSet<String>();
      for (var i = 0; i < command.addressees().size(); i++) {
        var id = command.addressees().get(i);
        var at = "addressees[" + i + "]";
        if (!known.test(id)) {
          return Optional.of(Rejection.of(RejectionCode.UNKNOWN_AGENCY).at(at).with("agency", id));
        }
        if (!seen.add(id)) {
          return Optional.of(
              Rejection.of(RejectionCode.ADDRESSEE_REPEATED).at(at).with("addressee", id));
        }
        var before = s.outcome().notified().get(id);
        if (before != null) {
          return Optional.of(
              Rejection.of(RejectionCode.ADDRESSEE_ALREADY_NOTIFIED)
                  .at(at)
                  .with("addressee", id)
                  .with("date", before));
        }
      }
      return Optional.empty();
    }
  }

  /** The version is on record, and later than the one that the dossier is bound to. */
  record VersionIsLater() implements CommandRule<AdoptRulePackVersion> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, AdoptRulePackVersion command, DecisionContext context) {
      if (command.version() <= s.pin().version()) {
        return Optional.of(
            Rejection.of(RejectionCode.RULE_PACK_VERSION_OLD)
                .at("version")
                .with("version", s.pin().version()));
      }
      var pack = context.pack();
      return pack.id().equals(s.pin().id()) && pack.version() == command.version()
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.RULE_PACK_VERSION_UNKNOWN, new LegalBasis(pack.act(), ""))
                  .at("version")
                  .with("version", command.version()));
    }
  }
}
