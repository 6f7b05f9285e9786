package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.HashMap;
import java.util.List;

/** How events make a dossier. It has no side effects: it runs on every replay. */
final class DossierEvolution {
  private DossierEvolution() {}

  static DossierState evolve(DossierState s, DossierEvent event) {
    return switch (event) {
      case DossierSubmitted e ->
          new DossierState(
              Status.SUBMITTED,
              e,
              e.aid(),
              e.documents(),
              e.sets(),
              null,
              e.submittedOn(),
              s.answers(),
              0,
              List.of(),
              List.of(),
              null,
              null,
              e.submittedOn(),
              List.of(),
              e.pack(),
              Custody.of(e.filedWith(), e.submittedOn()),
              Appraisal.NONE,
              Outcome.NONE,
              e.filedWith(),
              s.life(),
              s.records());
      case AidClassified e -> s.change().classification(e).build();
      case ChecklistChecked e -> s.change().lastGaps(e.gaps()).build();
      case SupplementRequested e ->
          s.change()
              .status(Status.SUPPLEMENT_REQUESTED)
              .supplementRequests(e.number())
              .findings(e.gaps().stream().filter(g -> g.defect().equals(Gap.FINDING)).toList())
              .lastStepOn(e.requestedOn())
              .build();
      case DossierSupplemented e ->
          s.change()
              .status(Status.CHECKING)
              .aid(e.aid() == null ? s.aid() : e.aid())
              .classifiedOn(e.aid() == null ? s.classifiedOn() : e.suppliedOn())
              .documents(Copies.append(s.documents(), e.documents()))
              .sets(e.sets() == null ? s.sets() : e.sets())
              .findings(List.of())
              .lastStepOn(e.suppliedOn())
              .build();
      case DossierAccepted e ->
          s.change()
              .status(s.appraisal().progress())
              .code(e.code())
              .completeOn(e.completeOn())
              .lastStepOn(e.completeOn())
              .build();
      case ReceptionRefused e ->
          s.change().status(Status.RECEPTION_REFUSED).lastStepOn(e.refusedOn()).build();
      case DossierWithdrawn e ->
          s.change().status(Status.WITHDRAWN).lastStepOn(e.withdrawnOn()).build();
      case OpenQuestionDecided e -> {
        var answers = new HashMap<>(s.answers());
        answers.put(e.question(), e.answer());
        var before = s.classifiedOn();
        yield s.change()
            .answers(answers)
            .classifiedOn(
                before == null ? e.decidedOn() : DossierState.later(before, e.decidedOn()))
            .build();
      }
      case AppraisalDetermined e -> s.change().appraisal(s.appraisal().determined(e)).build();
      case OfficerAssigned e -> s.change().custody(s.custody().assigned(e)).build();
      case DossierHandedOver e -> s.change().custody(s.custody().handedOver(e)).build();
      case HandOverAccepted e -> s.change().custody(s.custody().accepted(e)).build();
      case AgencyOpinionRequested e -> {
        var appraisal = s.appraisal().requested(e);
        yield s.change()
            .appraisal(appraisal)
            .status(appraisal.progress())
            .stepOn(e.requestedOn())
            .build();
      }
      case AgencyOpinionRecorded e -> {
        var appraisal = s.appraisal().recorded(e);
        yield s.change()
            .appraisal(appraisal)
            .status(s.status() == Status.CONSULTING ? appraisal.progress() : s.status())
            .build();
      }
      case AppraisalMeetingConvened e ->
          s.change()
              .appraisal(s.appraisal().convened(e))
              .status(Status.APPRAISAL_MEETING)
              .stepOn(e.convenedOn())
              .build();
      case AppraisalConcluded e ->
          s.change()
              .appraisal(s.appraisal().concluded(e))
              .status(Status.APPRAISAL_CONCLUDED)
              .stepOn(e.concludedOn())
              .build();
      case SubmittedForDecision e ->
          s.change()
              .outcome(s.outcome().submitted(e))
              .status(Status.SUBMITTED_FOR_DECISION)
              .stepOn(e.submittedOn())
              .build();
      case AidApproved e ->
          s.change()
              .outcome(s.outcome().approved(e))
              .status(Status.APPROVED)
              .stepOn(e.decidedOn())
              .build();
      case AidRefused e ->
          s.change()
              .outcome(s.outcome().refused(e))
              .status(Status.REFUSED)
              .stepOn(e.decidedOn())
              .build();
      case NoticeOwed e -> {
        // What a revoked decision still owed, nobody needs to be told any more.
        var outcome =
            s.status() == Status.REVOKED ? s.outcome().owingOnly(e) : s.outcome().owing(e);
        yield s.change()
            .outcome(outcome)
            .status(
                s.status() == Status.NOTIFIED && !outcome.outstanding().isEmpty()
                    ? Status.APPROVED
                    : s.status())
            .build();
      }
      case OutcomeNotified e -> {
        var outcome = s.outcome().notified(e);
        var decided = s.status() == Status.APPROVED || s.status() == Status.REFUSED;
        yield s.change()
            .outcome(outcome)
            .status(decided && outcome.outstanding().isEmpty() ? Status.NOTIFIED : s.status())
            .stepOn(e.notifiedOn())
            .build();
      }
      case ProcessingStopped e ->
          s.change().status(Status.PROCESSING_STOPPED).stepOn(e.stoppedOn()).build();
      case RulePackAdopted e -> {
        var before = s.classifiedOn();
        yield s.change()
            .pack(e.pack())
            .classifiedOn(
                before == null ? e.adoptedOn() : DossierState.later(before, e.adoptedOn()))
            .build();
      }
      case LifeEvent e -> LifeEvolution.evolve(s, e);
      case LedgerEvent e -> LedgerEvolution.evolve(s, e);
      case TimeLimitStarted e -> LedgerEvolution.onLimits(s, e);
      case TimeLimitEnded e -> LedgerEvolution.onLimits(s, e);
    };
  }
}
