package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.AssessmentAnswer;
import io.vientro.query.answer.AssessmentAnswer.AssessAid;
import io.vientro.query.answer.AssessmentQuery;
import io.vientro.query.answer.NoticeImpactAnswers.NoticeImpact;
import io.vientro.query.answer.NoticeImpactAnswers.NoticeImpactQuestion;
import io.vientro.query.answer.NoticeImpactQuery;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.work.OpenWorkView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions that need a body. They change nothing. */
@RestController
@RequestMapping("/api/v1/questions")
@Tag(name = "Questions")
public class QuestionViews {
  private final NoticeImpactQuery impact;
  private final AssessmentQuery assessment;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  QuestionViews(
      NoticeImpactQuery impact,
      AssessmentQuery assessment,
      ReadPositions positions,
      LogModeHolder mode) {
    this.impact = impact;
    this.assessment = assessment;
    this.positions = positions;
    this.mode = mode;
  }

  @PostMapping("/assess-aid")
  @Operation(
      summary = "What the law says of an aid, before anything is filed",
      description =
          "Authority, appraiser, consultees, papers, limits and open questions, each with its"
              + " article, under the rule pack that a dossier filed today would be bound to. The"
              + " facts are refused as a submission with them would be. For every signed-in"
              + " account; nothing is recorded, and nothing of the answer binds.")
  AssessmentAnswer assessAid(@RequestBody AssessAid question, Actor actor) {
    return assessment.assess(question.aid(), actor);
  }

  @PostMapping("/notice-impact")
  @Operation(
      summary = "Which open limits a notice of days off would move, before it is recorded",
      description =
          "The notice is refused as the command that records it would be. A page is of the limits"
              + " that were looked at, by their due date as it is now; those that do not move are"
              + " left out, so follow nextCursor to its end. For administrators, supervisors within"
              + " what their agency reads, and auditors.")
  NoticeImpact noticeImpact(
      @RequestBody NoticeImpactQuestion question,
      @Parameter(description = "limits looked at for a page, 1 to 200")
          @RequestParam(defaultValue = "200")
          int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    if (!ReadRights.noticeImpact(actor)) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
    var paging =
        new Paging(
            Parameters.limit(limit),
            cursor,
            positions.of(OpenWorkView.NAME, atLeastPosition),
            mode.mode());
    return impact.impact(actor, question.notice(), paging);
  }
}
