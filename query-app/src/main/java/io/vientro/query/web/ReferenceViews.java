package io.vientro.query.web;

import static io.vientro.query.web.TextPages.TEXT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.http.problem.Language;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.ETags;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.AuditHistoryAnswer;
import io.vientro.query.answer.AuditHistoryQuery;
import io.vientro.query.answer.ReferenceAnswers.CalendarAnswer;
import io.vientro.query.answer.ReferenceAnswers.RulePackVersionsAnswer;
import io.vientro.query.answer.ReferenceQuery;
import io.vientro.query.answer.RulePackAnswers.RulePackReading;
import io.vientro.query.answer.RulePackPage;
import io.vientro.query.answer.RulePackQuery;
import io.vientro.query.rights.ReadRights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked of calendars and rule packs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Calendars and rule packs")
public class ReferenceViews {
  private static final String VIEW = "audit-history";
  private static final String VERSION = "a version on record; the latest where it is left out";
  private static final String READING =
      "Article by article: conditions in words, numbers, limits, who owes and who is told, how sure"
          + " an entry is, open questions; then the parameters with what is set for which agency."
          + " For every signed-in account. With Accept: text/plain it is a text of at most eighty"
          + " columns to print, in Vietnamese or, by Accept-Language, in English.";

  private final ReferenceQuery reference;
  private final RulePackQuery packs;
  private final AuditHistoryQuery history;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  ReferenceViews(
      ReferenceQuery reference,
      RulePackQuery packs,
      AuditHistoryQuery history,
      ReadPositions positions,
      LogModeHolder mode) {
    this.reference = reference;
    this.packs = packs;
    this.history = history;
    this.positions = positions;
    this.mode = mode;
  }

  @GetMapping("/calendars/{id}")
  @Operation(summary = "A working calendar: its notices, in the order they were recorded")
  ResponseEntity<CalendarAnswer> calendar(
      @PathVariable String id,
      @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var position = positions.of(VIEW, atLeastPosition);
    var answer =
        reference.calendar(id, position, mode.mode()).orElseThrow(() -> unknownCalendar(id));
    return ResponseEntity.ok().eTag(ETags.of(answer.sequence())).body(answer);
  }

  @GetMapping("/calendars/{id}/audit-history")
  @Operation(summary = "Everything that happened to a working calendar")
  AuditHistoryAnswer calendarHistory(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    return history(
        WorkingCalendar.aggregateId(id), limit, cursor, atLeastPosition, unknownCalendar(id));
  }

  @GetMapping("/rule-packs/{id}")
  @Operation(summary = "A rule pack as people read it", description = READING)
  RulePackReading rulePack(
      @PathVariable String id,
      @Parameter(description = VERSION) @RequestParam(required = false) @Nullable Integer version) {
    return packs.reading(id, version, mode.mode()).orElseThrow(() -> unknownRulePack(id));
  }

  @GetMapping(path = "/rule-packs/{id}", produces = TEXT)
  @Operation(summary = "A rule pack as people read it", description = READING)
  ResponseEntity<byte[]> rulePackPage(
      @PathVariable String id,
      @Parameter(description = VERSION) @RequestParam(required = false) @Nullable Integer version,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    var language = Language.accepted(languages);
    return TextPages.of(RulePackPage.of(rulePack(id, version), language), language);
  }

  @GetMapping("/rule-packs/{id}/versions")
  @Operation(
      summary = "What is on record of a rule pack: versions with their digests, and parameters")
  ResponseEntity<RulePackVersionsAnswer> versions(
      @PathVariable String id,
      @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    var position = positions.of(VIEW, atLeastPosition);
    var answer =
        reference.rulePack(id, position, mode.mode()).orElseThrow(() -> unknownRulePack(id));
    return ResponseEntity.ok().eTag(ETags.of(answer.sequence())).body(answer);
  }

  @GetMapping("/rule-packs/{id}/audit-history")
  @Operation(summary = "Everything that happened to a rule pack")
  AuditHistoryAnswer rulePackHistory(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    permit(actor);
    return history(
        RulePackRecord.aggregateId(id), limit, cursor, atLeastPosition, unknownRulePack(id));
  }

  private AuditHistoryAnswer history(
      String aggregate,
      int limit,
      @Nullable String cursor,
      @Nullable Long atLeastPosition,
      ProblemException unknown) {
    var most = Parameters.limit(limit);
    var position = positions.of(VIEW, atLeastPosition);
    var page = history.page(aggregate, null, most, cursor, position, mode.mode());
    if (page.steps().isEmpty() && cursor == null) {
      throw unknown;
    }
    return page;
  }

  private static void permit(Actor actor) {
    if (!ReadRights.referenceData(actor)) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
  }

  private static ProblemException unknownCalendar(String id) {
    return ProblemException.of(Rejection.of(RejectionCode.UNKNOWN_CALENDAR).with("calendar", id));
  }

  private static ProblemException unknownRulePack(String id) {
    return ProblemException.of(Rejection.of(RejectionCode.UNKNOWN_RULE_PACK).with("pack", id));
  }
}
