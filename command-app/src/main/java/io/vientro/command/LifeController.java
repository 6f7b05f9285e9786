package io.vientro.command;

import static io.vientro.command.DossierController.done;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.dossier.ApproveAdjustment;
import io.vientro.core.dossier.CloseAid;
import io.vientro.core.dossier.CorrectRecord;
import io.vientro.core.dossier.ReclassifyAid;
import io.vientro.core.dossier.RecordDisbursement;
import io.vientro.core.dossier.RecordEarlyReceipt;
import io.vientro.core.dossier.RecordHandOver;
import io.vientro.core.dossier.RecordImplementationEnd;
import io.vientro.core.dossier.RecordImplementationStart;
import io.vientro.core.dossier.RefuseAdjustment;
import io.vientro.core.dossier.RequestAdjustment;
import io.vientro.core.dossier.RevokeAid;
import io.vientro.core.dossier.SubmitReport;
import io.vientro.core.dossier.TransferDossier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands off the main road and after the approval: one address each. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}")
@Tag(name = "Dossier commands")
public class LifeController {
  private final CommandService commands;

  LifeController(CommandService commands) {
    this.commands = commands;
  }

  @PostMapping("/reclassify-aid")
  @Operation(
      summary =
          "Corrects the facts on which authority and receiver turn; the case goes to who must"
              + " receive it")
  ResponseEntity<CommandAnswer> reclassifyAid(
      @PathVariable String id, @RequestBody ReclassifyAid command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/transfer-dossier")
  @Operation(
      summary = "Moves the case to another agency (chuyển hồ sơ), with reason and legal basis")
  ResponseEntity<CommandAnswer> transferDossier(
      @PathVariable String id, @RequestBody TransferDossier command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-early-receipt")
  @Operation(summary = "Records what came in before the approval; it is held, and nothing is spent")
  ResponseEntity<CommandAnswer> recordEarlyReceipt(
      @PathVariable String id, @RequestBody RecordEarlyReceipt command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-implementation-start")
  @Operation(
      summary = "Records that the implementation began (bắt đầu thực hiện), and what shows it")
  ResponseEntity<CommandAnswer> recordImplementationStart(
      @PathVariable String id, @RequestBody RecordImplementationStart command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-disbursement")
  @Operation(summary = "Records a disbursement (giải ngân); never before the approval")
  ResponseEntity<CommandAnswer> recordDisbursement(
      @PathVariable String id, @RequestBody RecordDisbursement command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/submit-report")
  @Operation(
      summary = "Submits a report (báo cáo) that the rule pack asks for, for a period or once")
  ResponseEntity<CommandAnswer> submitReport(
      @PathVariable String id, @RequestBody SubmitReport command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/request-adjustment")
  @Operation(
      summary =
          "Asks for an adjustment (điều chỉnh); the answer shows questions that are left to a"
              + " person")
  ResponseEntity<CommandAnswer> requestAdjustment(
      @PathVariable String id, @RequestBody RequestAdjustment command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/approve-adjustment")
  @Operation(summary = "Approves the adjustment; the content is the decision as it then reads")
  ResponseEntity<CommandAnswer> approveAdjustment(
      @PathVariable String id, @RequestBody ApproveAdjustment command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/refuse-adjustment")
  @Operation(summary = "Refuses the adjustment, with reason and legal basis; the decision stays")
  ResponseEntity<CommandAnswer> refuseAdjustment(
      @PathVariable String id, @RequestBody RefuseAdjustment command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-implementation-end")
  @Operation(summary = "Records that the implementation ended; the end reports run from here")
  ResponseEntity<CommandAnswer> recordImplementationEnd(
      @PathVariable String id, @RequestBody RecordImplementationEnd command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-hand-over")
  @Operation(summary = "Records acceptance and hand-over of the results (nghiệm thu, bàn giao)")
  ResponseEntity<CommandAnswer> recordHandOver(
      @PathVariable String id, @RequestBody RecordHandOver command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/close-aid")
  @Operation(summary = "Closes the aid (quyết toán, đóng) once nothing is owed any more")
  ResponseEntity<CommandAnswer> closeAid(
      @PathVariable String id, @RequestBody CloseAid command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/revoke-aid")
  @Operation(summary = "Revokes the approval (thu hồi quyết định), with reason and legal basis")
  ResponseEntity<CommandAnswer> revokeAid(
      @PathVariable String id, @RequestBody RevokeAid command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/correct-record")
  @Operation(
      summary = "Corrects a fact on record (đính chính); what was first recorded stays readable")
  ResponseEntity<CommandAnswer> correctRecord(
      @PathVariable String id, @RequestBody CorrectRecord command, Origin origin) {
    return done(commands.send(id, command, origin));
  }
}
