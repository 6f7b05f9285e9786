package io.vientro.command;

import static io.vientro.command.DossierController.done;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.dossier.AcknowledgeNotice;
import io.vientro.core.dossier.ExtendTimeLimit;
import io.vientro.core.dossier.WaiveDuty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on time limits, duties and notices: one address each. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}")
@Tag(name = "Dossier commands")
public class LedgerController {
  private final CommandService commands;

  LedgerController(CommandService commands) {
    this.commands = commands;
  }

  @PostMapping("/extend-time-limit")
  @Operation(
      summary = "Apologises and re-appoints (xin lỗi, hẹn lại): moves the end of a running limit")
  ResponseEntity<CommandAnswer> extendTimeLimit(
      @PathVariable String id, @RequestBody ExtendTimeLimit command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/waive-duty")
  @Operation(summary = "Waives a duty (miễn nghĩa vụ), with reason and legal basis")
  ResponseEntity<CommandAnswer> waiveDuty(
      @PathVariable String id, @RequestBody WaiveDuty command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/acknowledge-notice")
  @Operation(summary = "Confirms that the agency has read a notice addressed to it")
  ResponseEntity<CommandAnswer> acknowledgeNotice(
      @PathVariable String id, @RequestBody AcknowledgeNotice command, Origin origin) {
    return done(commands.send(id, command, origin));
  }
}
