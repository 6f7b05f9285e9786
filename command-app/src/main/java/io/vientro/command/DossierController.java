package io.vientro.command;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.http.response.ETags;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commands of filing and reception: one address each. {@link RoadController} has what follows. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossier commands")
public class DossierController {
  private final CommandService commands;

  DossierController(CommandService commands) {
    this.commands = commands;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Files a dossier (nộp hồ sơ), complete or not; the answer shows its gaps")
  ResponseEntity<CommandAnswer> submit(@RequestBody SubmitDossier command, Origin origin) {
    var answer = commands.send(Dossier.id(UUID.randomUUID()), command, origin);
    return ResponseEntity.created(URI.create("/api/v1/dossiers/" + answer.id()))
        .header(HttpHeaders.ETAG, ETags.of(answer.sequence()))
        .body(answer);
  }

  @PostMapping("/{id}/request-supplement")
  @Operation(summary = "Returns the dossier with a supplement slip that lists every gap at once")
  ResponseEntity<CommandAnswer> requestSupplement(
      @PathVariable String id, @RequestBody RequestSupplement command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/{id}/supplement-dossier")
  @Operation(summary = "Hands in what was missing (bổ sung, hoàn thiện hồ sơ)")
  ResponseEntity<CommandAnswer> supplement(
      @PathVariable String id, @RequestBody SupplementDossier command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/{id}/accept-dossier")
  @Operation(
      summary =
          "Accepts the dossier as complete and valid; gives its code, starts the appraisal limit")
  ResponseEntity<CommandAnswer> accept(
      @PathVariable String id, @RequestBody AcceptDossier command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/{id}/refuse-reception")
  @Operation(summary = "Refuses to take the dossier in (từ chối tiếp nhận)")
  ResponseEntity<CommandAnswer> refuse(
      @PathVariable String id, @RequestBody RefuseReception command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/{id}/withdraw-dossier")
  @Operation(summary = "Withdraws the dossier (rút hồ sơ)")
  ResponseEntity<CommandAnswer> withdraw(
      @PathVariable String id, @RequestBody WithdrawDossier command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/{id}/decide-open-question")
  @Operation(summary = "Answers what the text of the law leaves open, with a reason")
  ResponseEntity<CommandAnswer> decideQuestion(
      @PathVariable String id, @RequestBody DecideOpenQuestion command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  static ResponseEntity<CommandAnswer> done(CommandAnswer answer) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, ETags.of(answer.sequence())).body(answer);
  }
}
