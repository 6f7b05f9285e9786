package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.DeadLetterQuery;
import io.vientro.query.answer.DeadLettersAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the views are behind with. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Views")
public class DeadLetterViews {
  private final DeadLetterQuery letters;
  private final LogModeHolder mode;

  DeadLetterViews(DeadLetterQuery letters, LogModeHolder mode) {
    this.letters = letters;
    this.mode = mode;
  }

  @GetMapping("/dead-letters")
  @Operation(
      summary = "Dossiers that a view is behind for, in the order of view and dossier",
      description =
          "An event that a view could not take waits, and with it every later one of the same"
              + " dossier; other dossiers go on. It is tried again by itself; an administrator has"
              + " it tried at once by POST /actuator/deadletters. For auditors and administrators,"
              + " and for supervisors within what their agency reads.")
  DeadLettersAnswer deadLetters(
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      Actor actor) {
    return letters.list(actor, Parameters.limit(limit), cursor, mode.mode());
  }
}
