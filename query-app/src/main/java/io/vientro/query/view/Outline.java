package io.vientro.query.view;

import io.vientro.core.act.Act;
import io.vientro.core.decision.Capacity;
import io.vientro.core.dossier.AgencyOpinionRecorded;
import io.vientro.core.dossier.AgencyOpinionRequested;
import io.vientro.core.dossier.Appraisal;
import io.vientro.core.dossier.AppraisalConcluded;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.AppraisalMeetingConvened;
import io.vientro.core.dossier.Custody;
import io.vientro.core.dossier.DossierHandedOver;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.OfficerAssigned;
import io.vientro.core.dossier.Opinion;
import io.vientro.core.dossier.Outcome;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitExtended;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a dossier's state as lists keep them: enough for core's evolve to go on from, without
 * free texts, papers and names of persons.
 */
final class Outline {
  /** Stands where the state has how somebody acted, with whose signature. */
  private static final Act LEFT_OUT = new Act(Capacity.ASSIGNED_DUTY, null, null);

  private Outline() {}

  static Custody of(Custody custody) {
    var pending = custody.pending();
    var officers = new TreeMap<String, OfficerAssigned>();
    custody
        .officers()
        .forEach(
            (agency, e) ->
                officers.put(
                    agency,
                    new OfficerAssigned(
                        e.agency(), e.officer(), e.unit(), e.assignedOn(), LEFT_OUT)));
    return new Custody(
        custody.holder(),
        pending == null
            ? null
            : new DossierHandedOver(
                pending.from(), pending.to(), pending.handedOverOn(), null, LEFT_OUT),
        custody.movedOn(),
        officers);
  }

  /** Without the reason of an extension and the notices of a correction. */
  static LimitSegment of(LimitSegment segment) {
    var extension = segment.extension();
    var correction = segment.correction();
    return new LimitSegment(
        segment.started(),
        segment.endedOn(),
        segment.reason(),
        extension == null
            ? null
            : new TimeLimitExtended(
                extension.limit(),
                extension.segment(),
                extension.firstDate(),
                extension.newDate(),
                "",
                extension.extendedOn(),
                LEFT_OUT),
        segment.warned(),
        segment.expired(),
        correction == null
            ? null
            : new TimeLimitExpiryCorrected(
                correction.limit(),
                correction.segment(),
                correction.raised(),
                correction.due(),
                correction.expired(),
                List.of()),
        segment.uncertain());
  }

  static Appraisal of(Appraisal appraisal) {
    var meeting = appraisal.meeting();
    return new Appraisal(
        of(appraisal.determined()),
        appraisal.opinions().stream().map(Outline::of).toList(),
        meeting == null
            ? null
            : new AppraisalMeetingConvened(
                meeting.convenedOn(), meeting.meetingOn(), List.of(), LEFT_OUT),
        of(appraisal.conclusion()));
  }

  private static @Nullable AppraisalDetermined of(@Nullable AppraisalDetermined e) {
    return e == null
        ? null
        : new AppraisalDetermined(
            e.lead(), e.leadAgency(), e.leadArticles(), List.of(), e.questions());
  }

  private static Opinion of(Opinion opinion) {
    var asked = opinion.request();
    var answer = opinion.answer();
    return new Opinion(
        new AgencyOpinionRequested(
            asked.agency(),
            asked.number(),
            List.of(),
            asked.requestedOn(),
            asked.answerBy(),
            asked.term(),
            null,
            LEFT_OUT),
        answer == null
            ? null
            : new AgencyOpinionRecorded(
                answer.agency(),
                answer.number(),
                answer.answeredOn(),
                answer.stance(),
                null,
                answer.byLetter(),
                LEFT_OUT));
  }

  private static @Nullable AppraisalConcluded of(@Nullable AppraisalConcluded e) {
    return e == null
        ? null
        : new AppraisalConcluded(
            e.concludedOn(), e.method(), e.finding(), "", List.of(), e.grounds(), LEFT_OUT);
  }

  /** Whom the notice is owed and whom it reached; what was decided is kept beside it. */
  static Outcome of(Outcome outcome) {
    return new Outcome(null, null, null, outcome.owed(), outcome.notified());
  }
}
