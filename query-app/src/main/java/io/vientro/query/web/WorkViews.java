package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.DeadlineFilter;
import io.vientro.query.answer.OpenWorkQuery;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.answer.OpinionFilter;
import io.vientro.query.answer.PendingApprovalFilter;
import io.vientro.query.answer.Urgency;
import io.vientro.query.answer.WorkAnswers.Deadlines;
import io.vientro.query.answer.WorkAnswers.MyWork;
import io.vientro.query.answer.WorkAnswers.Opinions;
import io.vientro.query.answer.WorkAnswers.PendingApprovals;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.work.OpenWorkView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of open work. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Open work")
public class WorkViews {
  private static final String OFFICER = "account of the officer at work";

  private final OpenWorkQuery work;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  WorkViews(OpenWorkQuery work, ReadPositions positions, LogModeHolder mode) {
    this.work = work;
    this.positions = positions;
    this.mode = mode;
  }

  @GetMapping("/my-work")
  @Operation(
      summary = "What waits for the reader, most urgent first",
      description =
          "Each line says what is waited for, since when, until when, and the command that does it."
              + " A supervisor sees what waits at the agency, whoever is to do it.")
  MyWork myWork(
      @Parameter(
              description =
                  "me: the reader is the assigned officer; unit: the reader's unit; agency: the"
                      + " reader's role at the agency",
              schema =
                  @Schema(
                      allowableValues = {"me", "unit", "agency"},
                      defaultValue = "agency"))
          @RequestParam(defaultValue = "agency")
          String scope,
      @Parameter(description = Parameters.TEXT) @RequestParam(required = false)
          @Nullable String text,
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var whose = scope(scope);
    var words = Parameters.words("text", text);
    return work.myWork(actor, whose, words, paging(limit, cursor, atLeastPosition));
  }

  @GetMapping("/deadlines")
  @Operation(
      summary = "Due and overdue: time limits and opinions, the earliest due date first",
      description =
          "Each line says what is waited for and from whom. Urgency is that of today; in a gap of"
              + " the calendar a line is on track until the day that the calendar is sure of.")
  Deadlines deadlines(
      @RequestParam(required = false) @Nullable Urgency urgency,
      @Parameter(description = "id of the agency that is waited for")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = OFFICER) @RequestParam(required = false) @Nullable String officer,
      @Parameter(description = "id of a time limit of the rule pack, for example appraisal")
          @RequestParam(name = "time-limit", required = false)
          @Nullable String timeLimit,
      @Parameter(description = Parameters.TEXT) @RequestParam(required = false)
          @Nullable String text,
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var filter =
        new DeadlineFilter(
            urgency,
            Parameters.text("agency", agency),
            Parameters.text("officer", officer),
            Parameters.text("time-limit", timeLimit),
            Parameters.words("text", text));
    return work.deadlines(actor, filter, paging(limit, cursor, atLeastPosition));
  }

  @GetMapping("/pending-approvals")
  @Operation(
      summary = "Dossiers submitted for decision and not decided, the oldest submission first")
  PendingApprovals pendingApprovals(
      @Parameter(description = "role that decides, for example HEAD_OF_MANAGING_AGENCY")
          @RequestParam(required = false)
          @Nullable String authority,
      @Parameter(description = "id of an agency whose head may decide")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = OFFICER) @RequestParam(required = false) @Nullable String officer,
      @Parameter(description = Parameters.TEXT) @RequestParam(required = false)
          @Nullable String text,
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var filter =
        new PendingApprovalFilter(
            Parameters.text("authority", authority),
            Parameters.text("agency", agency),
            Parameters.text("officer", officer),
            Parameters.words("text", text));
    return work.pendingApprovals(actor, filter, paging(limit, cursor, atLeastPosition));
  }

  @GetMapping("/opinions")
  @Operation(
      summary = "Requests for opinions: those that wait by due date, then the answered ones",
      description = "An agency that is asked for its opinion sees its own requests.")
  Opinions opinions(
      @Parameter(description = "id of the agency that is asked") @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "id of the agency that leads the appraisal")
          @RequestParam(name = "lead-agency", required = false)
          @Nullable String leadAgency,
      @Parameter(description = "LATE: waited for and over its due date, or answered after it")
          @RequestParam(required = false)
          OpinionFilter.@Nullable State state,
      @Parameter(description = Parameters.TEXT) @RequestParam(required = false)
          @Nullable String text,
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var filter =
        new OpinionFilter(
            Parameters.text("agency", agency),
            Parameters.text("lead-agency", leadAgency),
            state,
            Parameters.words("text", text));
    return work.opinions(actor, filter, paging(limit, cursor, atLeastPosition));
  }

  private Paging paging(int limit, @Nullable String cursor, @Nullable Long atLeastPosition) {
    var most = Parameters.limit(limit);
    return new Paging(most, cursor, positions.of(OpenWorkView.NAME, atLeastPosition), mode.mode());
  }

  private static OpenWorkQuery.Scope scope(String scope) {
    return switch (scope) {
      case "me" -> OpenWorkQuery.Scope.ME;
      case "unit" -> OpenWorkQuery.Scope.UNIT;
      case "agency" -> OpenWorkQuery.Scope.AGENCY;
      default -> throw ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField("scope");
    };
  }

  private static void permit(Actor actor) {
    if (ReadRights.dossiers(actor) instanceof Sight.Nothing) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
  }
}
