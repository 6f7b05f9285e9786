package io.vientro.store;

import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.dossier.AdjustmentApproved;
import io.vientro.core.dossier.AdjustmentDetermined;
import io.vientro.core.dossier.AdjustmentRefused;
import io.vientro.core.dossier.AdjustmentRequested;
import io.vientro.core.dossier.AgencyOpinionRecorded;
import io.vientro.core.dossier.AgencyOpinionRequested;
import io.vientro.core.dossier.AidApproved;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.AidClosed;
import io.vientro.core.dossier.AidReclassified;
import io.vientro.core.dossier.AidRefused;
import io.vientro.core.dossier.AidRevoked;
import io.vientro.core.dossier.AppraisalConcluded;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.AppraisalMeetingConvened;
import io.vientro.core.dossier.ChecklistChecked;
import io.vientro.core.dossier.DisbursementRecorded;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.core.dossier.DossierAccepted;
import io.vientro.core.dossier.DossierHandedOver;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.DossierSupplemented;
import io.vientro.core.dossier.DossierTransferred;
import io.vientro.core.dossier.DossierWithdrawn;
import io.vientro.core.dossier.DueDateUncertain;
import io.vientro.core.dossier.DutyWaived;
import io.vientro.core.dossier.EarlyReceiptRecorded;
import io.vientro.core.dossier.HandOverAccepted;
import io.vientro.core.dossier.ImplementationEnded;
import io.vientro.core.dossier.ImplementationStarted;
import io.vientro.core.dossier.NoticeAcknowledged;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.dossier.OfficerAssigned;
import io.vientro.core.dossier.OpenQuestionDecided;
import io.vientro.core.dossier.OutcomeNotified;
import io.vientro.core.dossier.ProcessingStopped;
import io.vientro.core.dossier.ReceptionRefused;
import io.vientro.core.dossier.RecordCorrected;
import io.vientro.core.dossier.ReportSubmitted;
import io.vientro.core.dossier.ResultsHandedOver;
import io.vientro.core.dossier.RulePackAdopted;
import io.vientro.core.dossier.SubmittedForDecision;
import io.vientro.core.dossier.SupplementRequested;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.dossier.TimeLimitExpired;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitExtended;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.dossier.TimeLimitWarned;
import io.vientro.core.log.LogOpened;
import io.vientro.core.reception.DossierCodeIssued;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.RulePackRecorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which stable name and revision each event is stored. A name is never reused and never
 * renamed; a changed shape is a new revision with an {@link Upcaster} from the one before.
 */
final class EventTypes {
  /** What is written today. */
  static final EventTypes CURRENT =
      new EventTypes(
          List.of(
              new Entry("log.opened", 1, LogOpened.class),
              new Entry("dossier.submitted", 1, DossierSubmitted.class),
              new Entry("aid.classified", 1, AidClassified.class),
              new Entry("checklist.checked", 1, ChecklistChecked.class),
              new Entry("supplement.requested", 1, SupplementRequested.class),
              new Entry("dossier.supplemented", 1, DossierSupplemented.class),
              new Entry("dossier.accepted", 1, DossierAccepted.class),
              new Entry("reception.refused", 1, ReceptionRefused.class),
              new Entry("dossier.withdrawn", 1, DossierWithdrawn.class),
              new Entry("open-question.decided", 1, OpenQuestionDecided.class),
              new Entry("time-limit.started", 1, TimeLimitStarted.class),
              new Entry("time-limit.ended", 1, TimeLimitEnded.class),
              new Entry("appraisal.determined", 1, AppraisalDetermined.class),
              new Entry("officer.assigned", 1, OfficerAssigned.class),
              new Entry("dossier.handed-over", 1, DossierHandedOver.class),
              new Entry("hand-over.accepted", 1, HandOverAccepted.class),
              new Entry("agency-opinion.requested", 1, AgencyOpinionRequested.class),
              new Entry("agency-opinion.recorded", 1, AgencyOpinionRecorded.class),
              new Entry("appraisal-meeting.convened", 1, AppraisalMeetingConvened.class),
              new Entry("appraisal.concluded", 1, AppraisalConcluded.class),
              new Entry("dossier.submitted-for-decision", 1, SubmittedForDecision.class),
              new Entry("aid.approved", 1, AidApproved.class),
              new Entry("aid.refused", 1, AidRefused.class),
              new Entry("notice.owed", 1, NoticeOwed.class),
              new Entry("outcome.notified", 1, OutcomeNotified.class),
              new Entry("processing.stopped", 1, ProcessingStopped.class),
              new Entry("rule-pack.adopted", 1, RulePackAdopted.class),
              new Entry("aid.reclassified", 1, AidReclassified.class),
              new Entry("dossier.transferred", 1, DossierTransferred.class),
              new Entry("early-receipt.recorded", 1, EarlyReceiptRecorded.class),
              new Entry("implementation.started", 1, ImplementationStarted.class),
              new Entry("disbursement.recorded", 1, DisbursementRecorded.class),
              new Entry("report.submitted", 1, ReportSubmitted.class),
              new Entry("adjustment.requested", 1, AdjustmentRequested.class),
              new Entry("adjustment.determined", 1, AdjustmentDetermined.class),
              new Entry("adjustment.approved", 1, AdjustmentApproved.class),
              new Entry("adjustment.refused", 1, AdjustmentRefused.class),
              new Entry("implementation.ended", 1, ImplementationEnded.class),
              new Entry("results.handed-over", 1, ResultsHandedOver.class),
              new Entry("aid.closed", 1, AidClosed.class),
              new Entry("aid.revoked", 1, AidRevoked.class),
              new Entry("record.corrected", 1, RecordCorrected.class),
              new Entry("time-limit.extended", 1, TimeLimitExtended.class),
              new Entry("duty.waived", 1, DutyWaived.class),
              new Entry("notice.acknowledged", 1, NoticeAcknowledged.class),
              new Entry("time-limit.warned", 1, TimeLimitWarned.class),
              new Entry("time-limit.expired", 1, TimeLimitExpired.class),
              new Entry("time-limit.expiry-corrected", 1, TimeLimitExpiryCorrected.class),
              new Entry("due-date.uncertain", 1, DueDateUncertain.class),
              new Entry("document.attached", 1, DocumentAttached.class),
              new Entry("dossier-code.issued", 1, DossierCodeIssued.class),
              new Entry("calendar-notice.recorded", 1, CalendarNoticeRecorded.class),
              new Entry("rule-pack.recorded", 1, RulePackRecorded.class),
              new Entry("agency-parameter.set", 1, AgencyParameterSet.class)));

  /** The stored name and revision of one event class. */
  record Entry(String name, int revision, Class<? extends DomainEvent> type) {}

  private final List<Entry> entries;
  private final Map<String, Entry> byName = new HashMap<>();
  private final Map<Class<?>, Entry> byClass = new HashMap<>();

  EventTypes(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    for (var entry : this.entries) {
      if (byName.put(entry.name(), entry) != null || byClass.put(entry.type(), entry) != null) {
        throw new IllegalArgumentException("named twice: " + entry);
      }
    }
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * @throws UnknownEventException if no event has this name
   */
  Entry of(String name, int revision) {
    var entry = byName.get(name);
    if (entry == null) {
      throw new UnknownEventException(name, revision, "no event has this name");
    }
    return entry;
  }

  /**
   * @throws IllegalArgumentException if the class has no stable name, which a test rules out for
   *     core's events
   */
  Entry of(Class<?> type) {
    var entry = byClass.get(type);
    if (entry == null) {
      throw new IllegalArgumentException("no stable name for " + type.getName());
    }
    return entry;
  }
}
