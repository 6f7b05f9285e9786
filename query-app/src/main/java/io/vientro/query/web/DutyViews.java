package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.rules.DutyParty;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.DutyAnswers.Duties;
import io.vientro.query.answer.DutyAnswers.Notices;
import io.vientro.query.answer.DutyFilter;
import io.vientro.query.answer.DutyQuery;
import io.vientro.query.answer.DutyStanding;
import io.vientro.query.answer.NoticeFilter;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.answer.Urgency;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.work.OpenWorkView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what, and what they were told of it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Duties")
public class DutyViews {
  private static final String TIME_LIMIT =
      "id of a time limit of the rule pack, for example appraisal";

  private final DutyQuery duties;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  DutyViews(DutyQuery duties, ReadPositions positions, LogModeHolder mode) {
    this.duties = duties;
    this.positions = positions;
    this.mode = mode;
  }

  @GetMapping("/duties")
  @Operation(
      summary = "Who owes what: what is owed by its due date, then what was done or waived",
      description =
          "A duty is a time limit with a debtor. OVERDUE and urgency are by the clock. In a gap of"
              + " the calendar a duty stands by the day that is sure, and from that day on it is"
              + " DUE_UNCERTAIN. Administrators see their duties to record the notice of a year.")
  Duties duties(
      @Parameter(description = "id of the agency or organisation that owes it")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "part in which it is owed") @RequestParam(required = false)
          @Nullable DutyParty debtor,
      @RequestParam(required = false) @Nullable DutyStanding standing,
      @RequestParam(required = false) @Nullable Urgency urgency,
      @Parameter(description = TIME_LIMIT) @RequestParam(name = "time-limit", required = false)
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
    permit(
        actor.role() == Role.ADMINISTRATOR
            || !(ReadRights.dossiers(actor) instanceof Sight.Nothing));
    var filter =
        new DutyFilter(
            Parameters.text("agency", agency),
            debtor,
            standing,
            urgency,
            Parameters.text("time-limit", timeLimit),
            Parameters.words("text", text));
    return duties.duties(actor, filter, paging(limit, cursor, atLeastPosition));
  }

  @GetMapping("/notices")
  @Operation(
      summary = "Notices to the reader's agency, the unread ones first",
      description =
          "What was raised about time limits: due soon, overdue, corrected, uncertain. Each line"
              + " names the command that acknowledges it. Administrators see what is addressed to"
              + " them, auditors everything.")
  Notices notices(
      @Parameter(description = "false: the unread ones; true: those that were acknowledged")
          @RequestParam(required = false)
          @Nullable Boolean acknowledged,
      @Parameter(description = TIME_LIMIT) @RequestParam(name = "time-limit", required = false)
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
    permit(!(ReadRights.notices(actor) instanceof Sight.Nothing));
    var filter =
        new NoticeFilter(
            acknowledged, Parameters.text("time-limit", timeLimit), Parameters.words("text", text));
    return duties.notices(actor, filter, paging(limit, cursor, atLeastPosition));
  }

  private Paging paging(int limit, @Nullable String cursor, @Nullable Long atLeastPosition) {
    var most = Parameters.limit(limit);
    return new Paging(most, cursor, positions.of(OpenWorkView.NAME, atLeastPosition), mode.mode());
  }

  private static void permit(boolean permitted) {
    if (!permitted) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
  }
}
