package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.Status;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.ETags;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.AuditHistoryAnswer;
import io.vientro.query.answer.AuditHistoryQuery;
import io.vientro.query.answer.ControlSlipAnswer;
import io.vientro.query.answer.ControlSlipQuery;
import io.vientro.query.answer.DossierAnswer;
import io.vientro.query.answer.DossierListAnswer;
import io.vientro.query.answer.DossierListQuery;
import io.vientro.query.answer.DossierQuery;
import io.vientro.query.answer.ListFilter;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What may be asked of dossiers. A dossier that the reader may not see is answered like one that
 * does not exist.
 */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
public class DossierViews {

  private final DossierQuery dossiers;
  private final DossierListQuery list;
  private final AuditHistoryQuery history;
  private final ReadPositions positions;
  private final ControlSlipQuery slips;
  private final LogModeHolder mode;

  DossierViews(
      DossierQuery dossiers,
      DossierListQuery list,
      AuditHistoryQuery history,
      ReadPositions positions,
      ControlSlipQuery slips,
      LogModeHolder mode) {
    this.dossiers = dossiers;
    this.list = list;
    this.history = history;
    this.positions = positions;
    this.slips = slips;
    this.mode = mode;
  }

  @GetMapping("/{id}")
  @Operation(
      summary =
          "One dossier: facts, checklist, time limits, and what the reader may do with it now")
  ResponseEntity<DossierAnswer> dossier(
      @PathVariable String id,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    var position = positions.of("dossier", atLeastPosition);
    var answer = dossiers.answer(id, actor, position).orElseThrow(() -> unknown(id));
    return ResponseEntity.ok().eTag(ETags.of(answer.sequence())).body(answer);
  }

  @GetMapping
  @Operation(summary = "Dossiers that the reader may see, newest submission first")
  DossierListAnswer list(
      @RequestParam(required = false) @Nullable Status state,
      @Parameter(description = "id of an agency that has a hand in it or was asked for its opinion")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(
              description =
                  "words, or beginnings of words, in the name of the providing organisation")
          @RequestParam(required = false)
          @Nullable String provider,
      @Parameter(description = "id of a place of the registry of agencies")
          @RequestParam(required = false)
          @Nullable String locality,
      @Parameter(description = Parameters.TEXT) @RequestParam(required = false)
          @Nullable String text,
      @Parameter(description = Parameters.LINES) @RequestParam(defaultValue = "50") int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    if (ReadRights.dossiers(actor) instanceof Sight.Nothing) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
    var filter =
        new ListFilter(
            state,
            Parameters.text("agency", agency),
            Parameters.words("provider", provider),
            Parameters.text("locality", locality),
            Parameters.words("text", text));
    var most = Parameters.limit(limit);
    var position = positions.of("dossier-list", atLeastPosition);
    return list.page(actor, filter, most, cursor, position, mode.mode());
  }

  @GetMapping("/{id}/audit-history")
  @Operation(
      summary =
          "Everything that happened to a dossier: who, in which capacity, when, what, on which"
              + " basis")
  AuditHistoryAnswer history(
      @PathVariable String id,
      @Parameter(description = "steps on a page, 1 to 200") @RequestParam(defaultValue = "50")
          int limit,
      @Parameter(description = Parameters.CURSOR) @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    var most = Parameters.limit(limit);
    // The right to read the history is that to read the dossier, which another processor keeps.
    positions.of("dossier", atLeastPosition);
    var position = positions.of("audit-history", atLeastPosition);
    var dossier = dossiers.view(id, actor).orElseThrow(() -> unknown(id));
    return history.page(id, dossier.state(), most, cursor, position, mode.mode());
  }

  @GetMapping("/{id}/control-slip")
  @Operation(
      summary = "The control slip: who handed the dossier to whom, when, and which limits ran then")
  ControlSlipAnswer controlSlip(
      @PathVariable String id,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    positions.of("dossier", atLeastPosition);
    var position = positions.of("audit-history", atLeastPosition);
    var dossier = dossiers.view(id, actor).orElseThrow(() -> unknown(id));
    return slips.slip(dossier, position, mode.mode());
  }

  static ProblemException unknown(String id) {
    return ProblemException.of(Rejection.of(RejectionCode.UNKNOWN_DOSSIER).with("dossier", id));
  }
}
