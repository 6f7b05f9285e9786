package io.vientro.query.web;

import static io.vientro.query.web.TextPages.TEXT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.Actor;
import io.vientro.http.problem.Language;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.ETags;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.DossierQuery;
import io.vientro.query.answer.ExplanationAnswers.Preview;
import io.vientro.query.answer.ExplanationAnswers.TimeLimitExplanation;
import io.vientro.query.answer.ExplanationAnswers.TimeLimits;
import io.vientro.query.answer.ExplanationPage;
import io.vientro.query.answer.TimeLimitQuery;
import io.vientro.query.view.DossierView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When something is due, and why then. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Time limits")
public class TimeLimitViews {
  private static final String SEGMENT =
      "which segment of the limit, from 1; the last one where it is left out";
  private static final String EXPLAINED =
      "The event and the start rule, each day counted or skipped with its reason and notice, what"
          + " was rolled over, an extension with the first date, and the digests of rule pack and"
          + " calendar. In a gap of the calendar due is null and outcome CALENDAR_GAP; where no law"
          + " gives a limit outcome is OPEN. With Accept: text/plain it is a page of at most eighty"
          + " columns to print, in Vietnamese or, by Accept-Language, in English.";
  private static final String PREVIEW =
      "A what-if about no dossier, for every signed-in account. from is a date (2026-02-09) or, for"
          + " HOUR, a date-time with its offset (2026-02-09T10:30:00+07:00, its + written as %2B)."
          + " The amount is at most 1000 days, 120 months or 10000 hours: a limit of the house"
          + " against abuse. With Accept: text/plain it is a page to print.";

  private final DossierQuery dossiers;
  private final TimeLimitQuery limits;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  TimeLimitViews(
      DossierQuery dossiers, TimeLimitQuery limits, ReadPositions positions, LogModeHolder mode) {
    this.dossiers = dossiers;
    this.limits = limits;
    this.positions = positions;
    this.mode = mode;
  }

  @GetMapping("/dossiers/{id}/time-limits")
  @Operation(
      summary = "The ledger of a dossier's time limits: every segment, in the order they started")
  ResponseEntity<TimeLimits> timeLimits(
      @PathVariable String id,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    var position = positions.of("dossier", atLeastPosition);
    var dossier = dossier(id, actor);
    return ResponseEntity.ok()
        .eTag(ETags.of(dossier.sequence()))
        .body(limits.list(dossier, position, mode.mode()));
  }

  @GetMapping("/dossiers/{id}/time-limits/{limit}/explanation")
  @Operation(summary = "Why this date?", description = EXPLAINED)
  TimeLimitExplanation explanation(
      @PathVariable String id,
      @PathVariable String limit,
      @Parameter(description = SEGMENT) @RequestParam(required = false) @Nullable Integer segment,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    var position = positions.of("dossier", atLeastPosition);
    return limits
        .explanation(dossier(id, actor), limit, segment, position, mode.mode())
        .orElseThrow(() -> ProblemException.of(ProblemTypes.NOT_FOUND));
  }

  @GetMapping(path = "/dossiers/{id}/time-limits/{limit}/explanation", produces = TEXT)
  @Operation(summary = "Why this date?", description = EXPLAINED)
  ResponseEntity<byte[]> explanationPage(
      @PathVariable String id,
      @PathVariable String limit,
      @Parameter(description = SEGMENT) @RequestParam(required = false) @Nullable Integer segment,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages,
      Actor actor) {
    var language = Language.accepted(languages);
    var explanation = explanation(id, limit, segment, atLeastPosition, actor);
    return TextPages.of(ExplanationPage.of(explanation, language), language);
  }

  @GetMapping("/time-limits/preview")
  @Operation(summary = "What a term would come to, with every step", description = PREVIEW)
  Preview preview(
      @Parameter(schema = @Schema(example = "2026-02-09")) @RequestParam String from,
      @Parameter(schema = @Schema(example = "10")) @RequestParam int amount,
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"CALENDAR_DAY", "WORKING_DAY", "MONTH", "HOUR"},
                      example = "WORKING_DAY"))
          @RequestParam
          Unit unit,
      @Parameter(
              description =
                  "what happens where the last day is a day off; left out it is ROLL_FORWARD, for"
                      + " HOUR it is NO_ROLL")
          @RequestParam(name = "end-rule", required = false)
          @Nullable EndRule endRule,
      @Parameter(description = "place of the registry of agencies whose notices count too")
          @RequestParam(required = false)
          @Nullable String jurisdiction) {
    var count = Terms.count(from, amount, unit, endRule);
    var place = Parameters.text("jurisdiction", jurisdiction);
    if (place != null && !limits.knowsPlace(place)) {
      throw Parameters.invalid("jurisdiction");
    }
    return limits.preview(from, count, place, mode.mode());
  }

  @GetMapping(path = "/time-limits/preview", produces = TEXT)
  @Operation(summary = "What a term would come to, with every step", description = PREVIEW)
  ResponseEntity<byte[]> previewPage(
      @RequestParam String from,
      @RequestParam int amount,
      @RequestParam Unit unit,
      @RequestParam(name = "end-rule", required = false) @Nullable EndRule endRule,
      @RequestParam(required = false) @Nullable String jurisdiction,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    var language = Language.accepted(languages);
    var preview = preview(from, amount, unit, endRule, jurisdiction);
    return TextPages.of(ExplanationPage.of(preview, language), language);
  }

  private DossierView dossier(String id, Actor actor) {
    return dossiers.view(id, actor).orElseThrow(() -> DossierViews.unknown(id));
  }
}
