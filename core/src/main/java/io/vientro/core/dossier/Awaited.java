package io.vientro.core.dossier;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AppraisalDetermined.Consultee;
import io.vientro.core.dossier.AppraisalDetermined.Duty;
import io.vientro.core.rules.RulePack.Fulfilment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a dossier waits for, and from whom. It follows from the dossier alone.
 *
 * @param what is waited for
 * @param command the command that does it
 * @param role role that is to do it; null for any role that may send the command
 * @param agency its agency, or the applicant's organisation; null if the applicant has no account,
 *     or the registry knows no agency of whoever decides
 * @param unit unit of the officer at work there, or null
 * @param officer account of the officer at work there, or null if none is assigned
 * @param since business date from which it is waited for
 * @param limits limits that run against it; empty if none does. Apologies that are owed for a limit
 *     are left out: they are duties of their own
 * @param opinion the opinion that is waited for, or null if it is something else
 */
public record Awaited(
    What what,
    CommandName command,
    @Nullable Role role,
    @Nullable String agency,
    @Nullable String unit,
    @Nullable String officer,
    LocalDate since,
    List<LimitSegment> limits,
    @Nullable Opinion opinion) {

  /** What a dossier can wait for. */
  public enum What {
    /** Kiểm tra tính hợp lệ. */
    CHECK,
    /** Bổ sung, hoàn thiện hồ sơ. */
    SUPPLEMENT,
    /** Quyết định vấn đề luật để ngỏ. */
    ANSWER,
    /** Nhận bàn giao. */
    HAND_OVER,
    /** Lấy ý kiến. */
    OPINION_REQUEST,
    /** Trả lời ý kiến. */
    OPINION,
    /** Thẩm định. */
    APPRAISAL,
    /** Trình phê duyệt. */
    SUBMISSION,
    /** Quyết định. */
    DECISION,
    /** Thông báo kết quả. */
    NOTICE,
    /** Bắt đầu thực hiện. */
    START,
    /** Thực hiện, until its end is recorded. */
    IMPLEMENTATION,
    /** Báo cáo. */
    REPORT,
    /** Quyết định điều chỉnh. */
    ADJUSTMENT_DECISION,
    /** Nghiệm thu, bàn giao kết quả. */
    HAND_OVER_RESULTS,
    /** Quyết toán, đóng. */
    CLOSING
  }

  /** Everything that a dossier waits for now; first what its status is about. */
  public static List<Awaited> of(DossierState state) {
    var all = new ArrayList<Awaited>();
    main(state, all);
    sinceApproval(state, all);
    if (!all.isEmpty()) {
      further(state, all);
    }
    return List.copyOf(all);
  }

  /** What is owed besides, from the approval on. */
  private static void sinceApproval(DossierState s, List<Awaited> all) {
    var decided = s.outcome().approval() != null || !s.outcome().owed().isEmpty();
    if (!decided || s.status() == Status.CLOSED) {
      return;
    }
    if (!s.outcome().outstanding().isEmpty()
        && s.status() != Status.APPROVED
        && s.status() != Status.REFUSED) {
      notice(s, all);
    }
    // Where nothing limits it, nobody waits for the implementation to begin.
    asking(s, Fulfilment.IMPLEMENTATION_START)
        .findFirst()
        .ifPresent(
            limit ->
                all.add(
                    owners(s, What.START, CommandName.RECORD_IMPLEMENTATION_START)
                        .since(limit.started().from())));
    asking(s, Fulfilment.REPORT).forEach(limit -> all.add(report(s, limit)));
  }

  private static void notice(DossierState s, List<Awaited> all) {
    s.managingAgencies()
        .forEach(
            agency ->
                all.add(running(s, What.NOTICE, CommandName.NOTIFY_OUTCOME, Role.CLERK, agency)));
  }

  private static Stream<LimitSegment> asking(DossierState s, Fulfilment what) {
    return s.runningLimits().filter(l -> l.started().asks() == what);
  }

  /** A report is awaited from whoever owes it. */
  private static Awaited report(DossierState s, LimitSegment limit) {
    var debtor = limit.started().debtor();
    var byOwner = debtor == null || Debtors.isOwner(debtor.party());
    var agency =
        debtor != null ? debtor.agency() : s.submitted() == null ? null : s.submitted().applicant();
    return new Awaited(
        What.REPORT,
        CommandName.SUBMIT_REPORT,
        byOwner ? Role.APPLICANT : Role.CLERK,
        agency,
        unit(s, agency),
        officer(s, agency),
        limit.started().from(),
        List.of(limit),
        null);
  }

  private static Awaited owners(DossierState s, What what, CommandName command) {
    return running(s, what, command, Role.APPLICANT, s.filing().applicant());
  }

  /** Each agency; one that nobody knows where there is none. */
  private static List<@Nullable String> each(Set<String> agencies) {
    var all = new ArrayList<@Nullable String>(agencies);
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
  }

  private static void main(DossierState s, List<Awaited> all) {
    var filedWith = s.status() == Status.NONE ? "" : s.inCharge();
    switch (s.status()) {
      case SUBMITTED, CHECKING ->
          all.add(
              running(
                  s, What.CHECK, CommandName.ACCEPT_DOSSIER, Role.RECEPTION_OFFICER, filedWith));
      case SUPPLEMENT_REQUESTED ->
          all.add(
              running(
                  s,
                  What.SUPPLEMENT,
                  CommandName.SUPPLEMENT_DOSSIER,
                  Role.APPLICANT,
                  s.filing().applicant()));
      case ACCEPTED, CONSULTING, APPRAISING, APPRAISAL_MEETING -> {
        var appraisal =
            running(
                s, What.APPRAISAL, CommandName.CONCLUDE_APPRAISAL, Role.APPRAISER, s.leadAgency());
        all.add(appraisal.since(s.acceptedOn()));
      }
      case APPRAISAL_CONCLUDED ->
          all.add(
              running(
                  s,
                  What.SUBMISSION,
                  CommandName.SUBMIT_FOR_DECISION,
                  Role.APPRAISER,
                  s.leadAgency()));
      case SUBMITTED_FOR_DECISION -> {
        var submission = Objects.requireNonNull(s.outcome().submission());
        for (var agency : each(s.approverAgencies())) {
          all.add(
              running(s, What.DECISION, CommandName.APPROVE_AID, Role.DECISION_MAKER, agency)
                  .since(submission.submittedOn()));
        }
      }
      // What was decided is notified, whoever was notified of it by now.
      case APPROVED, REFUSED -> notice(s, all);
      case IMPLEMENTING ->
          all.add(owners(s, What.IMPLEMENTATION, CommandName.RECORD_IMPLEMENTATION_END));
      case ADJUSTING -> {
        var requestedOn = Objects.requireNonNull(s.life().openAdjustment()).request().requestedOn();
        each(Decider.agencies(Decider.ofAdjustment(s), s))
            .forEach(
                agency ->
                    all.add(
                        running(
                                s,
                                What.ADJUSTMENT_DECISION,
                                CommandName.APPROVE_ADJUSTMENT,
                                Role.DECISION_MAKER,
                                agency)
                            .since(requestedOn)));
      }
      case ENDED -> all.add(owners(s, What.HAND_OVER_RESULTS, CommandName.RECORD_HAND_OVER));
      case HANDED_OVER ->
          s.managingAgencies()
              .forEach(
                  agency ->
                      all.add(running(s, What.CLOSING, CommandName.CLOSE_AID, Role.CLERK, agency)));
      case NOTIFIED, REVOKED -> {}
      case NONE, RECEPTION_REFUSED, WITHDRAWN, PROCESSING_STOPPED, CLOSED -> {}
    }
  }

  private static void further(DossierState s, List<Awaited> all) {
    var pending = s.custody().pending();
    if (pending != null && DossierRules.OPEN.contains(s.status())) {
      all.add(
          new Awaited(
              What.HAND_OVER,
              CommandName.ACCEPT_HAND_OVER,
              null,
              pending.to().agency(),
              pending.to().unit(),
              pending.to().officer(),
              pending.handedOverOn(),
              List.of(),
              null));
    }
    if (!s.openQuestions().isEmpty()) {
      all.add(
          plain(
              s,
              What.ANSWER,
              CommandName.DECIDE_OPEN_QUESTION,
              Role.DECISION_MAKER,
              s.inCharge(),
              DossierRules.askedOn(s)));
    }
    if (all.getFirst().what() == What.APPRAISAL && !unasked(s).isEmpty()) {
      all.add(
          plain(
              s,
              What.OPINION_REQUEST,
              CommandName.REQUEST_AGENCY_OPINION,
              Role.APPRAISER,
              s.leadAgency(),
              s.acceptedOn()));
    }
    if (s.outcome().approval() == null && s.outcome().refusal() == null) {
      s.appraisal().outstanding().forEach(opinion -> all.add(opinion(s, opinion)));
    }
  }

  private static Awaited opinion(DossierState s, Opinion opinion) {
    var agency = opinion.request().agency();
    return new Awaited(
        What.OPINION,
        CommandName.RECORD_AGENCY_OPINION,
        Role.CONSULTED_AGENCY,
        agency,
        unit(s, agency),
        officer(s, agency),
        opinion.request().requestedOn(),
        asking(s, Fulfilment.OPINION).filter(l -> l.owedBy(agency)).toList(),
        opinion);
  }

  /** Compulsory consultees that were never asked (Art. 10.2). */
  static List<Consultee> unasked(DossierState state) {
    var determined = state.appraisal().determined();
    if (determined == null) {
      return List.of();
    }
    return determined.consultees().stream()
        .filter(c -> c.duty() == Duty.COMPULSORY)
        .filter(c -> state.appraisal().opinions().stream().noneMatch(o -> c.isAskedBy(o.request())))
        .toList();
  }

  private static Awaited running(
      DossierState s, What what, CommandName command, Role role, @Nullable String agency) {
    return new Awaited(
        what,
        command,
        role,
        agency,
        unit(s, agency),
        officer(s, agency),
        Objects.requireNonNull(s.lastStepOn()),
        s.runningLimits().filter(l -> limits(l.started(), what)).toList(),
        null);
  }

  /**
   * Whether a limit runs against what is waited for. What earlier versions of a pack started does
   * not say what it asks for: it runs against what the status is about.
   */
  private static boolean limits(TimeLimitStarted limit, What what) {
    if (limit.limit().startsWith(LimitSegment.APOLOGY)) {
      return false;
    }
    var asks = limit.asks();
    return asks == null
        || asks
            == switch (what) {
              case CHECK -> Fulfilment.ACCEPTANCE;
              case APPRAISAL -> Fulfilment.CONCLUSION;
              case OPINION -> Fulfilment.OPINION;
              case DECISION -> Fulfilment.DECISION;
              case NOTICE -> Fulfilment.NOTICE;
              case START -> Fulfilment.IMPLEMENTATION_START;
              case REPORT -> Fulfilment.REPORT;
              case ADJUSTMENT_DECISION -> Fulfilment.ADJUSTMENT_DECISION;
              case SUPPLEMENT,
                  ANSWER,
                  HAND_OVER,
                  OPINION_REQUEST,
                  SUBMISSION,
                  IMPLEMENTATION,
                  HAND_OVER_RESULTS,
                  CLOSING ->
                  null;
            };
  }

  private static Awaited plain(
      DossierState s, What what, CommandName command, Role role, String agency, LocalDate since) {
    return new Awaited(
        what, command, role, agency, unit(s, agency), officer(s, agency), since, List.of(), null);
  }

  private Awaited since(LocalDate day) {
    return new Awaited(what, command, role, agency, unit, officer, day, limits, opinion);
  }

  private static @Nullable String unit(DossierState s, @Nullable String agency) {
    var assigned = agency == null ? null : s.custody().officers().get(agency);
    return assigned == null ? null : assigned.unit();
  }

  private static @Nullable String officer(DossierState s, @Nullable String agency) {
    var assigned = agency == null ? null : s.custody().officers().get(agency);
    return assigned == null ? null : assigned.officer();
  }

  /** The first of the days on which it is due; null if nothing says when. */
  public @Nullable DueDate due(WorkingCalendar calendar) {
    if (opinion != null && limits.isEmpty()) {
      return opinion.request().due(calendar);
    }
    return limits.stream()
        .map(l -> l.due(calendar))
        .min((a, b) -> a.orderedBy().compareTo(b.orderedBy()))
        .orElse(null);
  }
}
