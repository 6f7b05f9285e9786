package io.vientro.query.answer;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.Appraisal;
import io.vientro.core.dossier.AppraisalConcluded;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.AppraisalDetermined.Consultee;
import io.vientro.core.dossier.AppraisalMeetingConvened;
import io.vientro.core.dossier.Opinion;
import io.vientro.query.answer.DossierAnswer.QuestionAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The appraisal as far as it has come (Art. 9, 10).
 *
 * @param outcome {@code DETERMINED}, {@code NEEDS_HUMAN_DECISION}, or {@code NOT_SAID} before that
 *     was looked at or where the dossier's version of the pack does not say
 * @param lead role that leads; null where the outcome is another than {@code DETERMINED}
 * @param leadAgency agency that leads; the one that received the dossier where nothing else is
 *     determined
 * @param leadBasis article and clause; null as {@code lead}
 * @param consultees whom the law wants consulted
 * @param opinions every request for an opinion, in order
 * @param meeting the meeting convened last, or null
 * @param conclusion or null
 * @param questions open questions
 */
public record AppraisalAnswer(
    String outcome,
    @Nullable String lead,
    AgencyAnswer leadAgency,
    @Nullable LegalBasis leadBasis,
    List<ConsulteeAnswer> consultees,
    List<OpinionAnswer> opinions,
    @Nullable MeetingAnswer meeting,
    @Nullable ConclusionAnswer conclusion,
    List<QuestionAnswer> questions) {
  public static final String DETERMINED = "DETERMINED";
  public static final String NEEDS_HUMAN_DECISION = "NEEDS_HUMAN_DECISION";
  public static final String NOT_SAID = "NOT_SAID";

  /**
   * An agency that the law wants consulted.
   *
   * @param roles roles of Art. 10
   * @param agency null if the registry knows none for the roles
   * @param duty whether it must be asked
   * @param basis article and clause, also of an exemption
   * @param asked whether it was asked
   * @param answered whether it answered
   */
  public record ConsulteeAnswer(
      List<String> roles,
      @Nullable AgencyAnswer agency,
      Worded duty,
      LegalBasis basis,
      boolean asked,
      boolean answered) {}

  /**
   * A request for an opinion and its answer.
   *
   * @param number of the request to this agency, from 1
   * @param roles roles of Art. 10 that it was asked in; empty for a related agency that the lead
   *     appraiser chose
   * @param due when the answer is due; null if neither the letter nor a limit of the deploying
   *     agency says
   * @param dueBasis the limit's basis; null where the letter names the day, or nothing does
   * @param late whether it came, or still is out, after that day; null where nothing says when it
   *     is due, or a gap of the calendar does not tell
   * @param request how it was asked
   * @param answer null while the agency is silent
   */
  public record OpinionAnswer(
      AgencyAnswer agency,
      int number,
      List<String> roles,
      LocalDate requestedOn,
      @Nullable String subject,
      @Nullable Due due,
      @Nullable LegalBasis dueBasis,
      @Nullable Boolean late,
      ActAnswer request,
      @Nullable GivenOpinion answer) {}

  /**
   * What an agency answered.
   *
   * @param byLetter whether the lead appraiser recorded the agency's letter
   */
  public record GivenOpinion(
      LocalDate answeredOn,
      Worded stance,
      @Nullable String text,
      boolean byLetter,
      ActAnswer act) {}

  /** An appraisal meeting. */
  public record MeetingAnswer(
      LocalDate convenedOn, LocalDate meetingOn, List<AgencyAnswer> invited, ActAnswer act) {}

  /**
   * The conclusion.
   *
   * @param silent agencies that were asked and did not answer; silence is not consent
   */
  public record ConclusionAnswer(
      LocalDate concludedOn,
      Worded method,
      Worded finding,
      String summary,
      List<AgencyAnswer> silent,
      ActAnswer act) {}

  /**
   * @param appraisal with personal values opened
   */
  static AppraisalAnswer of(
      Appraisal appraisal,
      String leadAgency,
      List<QuestionAnswer> questions,
      DecisionContext context) {
    var determined = appraisal.determined();
    var articles = determined == null ? null : determined.leadArticles();
    return new AppraisalAnswer(
        outcome(determined),
        determined == null ? null : determined.lead(),
        AgencyAnswer.of(leadAgency, context.registry()),
        articles == null ? null : new LegalBasis(context.pack().act(), articles),
        determined == null
            ? List.of()
            : determined.consultees().stream().map(c -> of(c, appraisal, context)).toList(),
        appraisal.opinions().stream().map(o -> of(o, context)).toList(),
        of(appraisal.meeting(), context),
        of(appraisal.conclusion(), context),
        questions);
  }

  private static String outcome(@Nullable AppraisalDetermined determined) {
    if (determined == null) {
      return NOT_SAID;
    }
    return determined.questions().isEmpty() ? DETERMINED : NEEDS_HUMAN_DECISION;
  }

  private static ConsulteeAnswer of(
      Consultee consultee, Appraisal appraisal, DecisionContext context) {
    var asked =
        appraisal.opinions().stream().filter(o -> consultee.isAskedBy(o.request())).toList();
    return new ConsulteeAnswer(
        consultee.roles(),
        AgencyAnswer.ofNullable(consultee.agency(), context.registry()),
        Worded.of(consultee.duty()),
        new LegalBasis(context.pack().act(), consultee.articles()),
        !asked.isEmpty(),
        asked.stream().anyMatch(o -> o.answer() != null));
  }

  private static OpinionAnswer of(Opinion opinion, DecisionContext context) {
    var request = opinion.request();
    var answer = opinion.answer();
    var due = request.due(context.calendar());
    var term = request.answerBy() == null ? request.term() : null;
    return new OpinionAnswer(
        AgencyAnswer.of(request.agency(), context.registry()),
        request.number(),
        request.roles(),
        request.requestedOn(),
        request.subject(),
        due == null ? null : Due.of(due),
        term == null ? null : term.basis(),
        due == null
            ? null
            : TimeLimitAnswer.past(due, answer == null ? context.today() : answer.answeredOn()),
        ActAnswer.of(request.act()),
        answer == null
            ? null
            : new GivenOpinion(
                answer.answeredOn(),
                Worded.of(answer.stance()),
                answer.text(),
                answer.byLetter(),
                ActAnswer.of(answer.act())));
  }

  private static @Nullable MeetingAnswer of(
      @Nullable AppraisalMeetingConvened e, DecisionContext context) {
    return e == null
        ? null
        : new MeetingAnswer(
            e.convenedOn(), e.meetingOn(), agencies(e.invited(), context), ActAnswer.of(e.act()));
  }

  private static @Nullable ConclusionAnswer of(
      @Nullable AppraisalConcluded e, DecisionContext context) {
    return e == null
        ? null
        : new ConclusionAnswer(
            e.concludedOn(),
            Worded.of(e.method()),
            Worded.of(e.finding()),
            e.summary(),
            agencies(e.silent(), context),
            ActAnswer.of(e.act()));
  }

  private static List<AgencyAnswer> agencies(List<String> ids, DecisionContext context) {
    return ids.stream().map(id -> AgencyAnswer.of(id, context.registry())).toList();
  }
}
