package io.vientro.command;

import static io.vientro.command.DossierController.done;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.dossier.AcceptHandOver;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.ApproveAid;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.ConcludeAppraisal;
import io.vientro.core.dossier.ConveneAppraisalMeeting;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NotifyOutcome;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RefuseAid;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.StopProcessing;
import io.vientro.core.dossier.SubmitForDecision;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands of custody, appraisal, decision and notice: one address each. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}")
@Tag(name = "Dossier commands")
public class RoadController {
  private final CommandService commands;

  RoadController(CommandService commands) {
    this.commands = commands;
  }

  @PostMapping("/assign-officer")
  @Operation(
      summary =
          "Names the officer who works on the dossier at an agency (phân công công chức thụ lý)")
  ResponseEntity<CommandAnswer> assignOfficer(
      @PathVariable String id, @RequestBody AssignOfficer command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/hand-over-dossier")
  @Operation(
      summary =
          "Hands the dossier over (bàn giao hồ sơ); it stays with the giver until it is accepted")
  ResponseEntity<CommandAnswer> handOver(
      @PathVariable String id, @RequestBody HandOverDossier command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/accept-hand-over")
  @Operation(summary = "Accepts a dossier that was handed over (nhận bàn giao)")
  ResponseEntity<CommandAnswer> acceptHandOver(
      @PathVariable String id, @RequestBody AcceptHandOver command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/request-agency-opinion")
  @Operation(summary = "Asks an agency for its opinion (lấy ý kiến)")
  ResponseEntity<CommandAnswer> requestOpinion(
      @PathVariable String id, @RequestBody RequestAgencyOpinion command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/record-agency-opinion")
  @Operation(summary = "Records the opinion of an agency that was asked (ý kiến góp ý)")
  ResponseEntity<CommandAnswer> recordOpinion(
      @PathVariable String id, @RequestBody RecordAgencyOpinion command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/convene-appraisal-meeting")
  @Operation(summary = "Convenes an appraisal meeting (hội nghị thẩm định)")
  ResponseEntity<CommandAnswer> conveneMeeting(
      @PathVariable String id, @RequestBody ConveneAppraisalMeeting command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/conclude-appraisal")
  @Operation(
      summary =
          "Concludes the appraisal (kết luận thẩm định); names the agencies that did not answer")
  ResponseEntity<CommandAnswer> concludeAppraisal(
      @PathVariable String id, @RequestBody ConcludeAppraisal command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/submit-for-decision")
  @Operation(summary = "Submits the appraised dossier to whoever decides (trình phê duyệt)")
  ResponseEntity<CommandAnswer> submitForDecision(
      @PathVariable String id, @RequestBody SubmitForDecision command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/approve-aid")
  @Operation(
      summary = "Approves the aid (phê duyệt khoản viện trợ); the act names the decision paper")
  ResponseEntity<CommandAnswer> approve(
      @PathVariable String id, @RequestBody ApproveAid command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/refuse-aid")
  @Operation(
      summary = "Decides not to accept the aid (không tiếp nhận), with reason and legal basis")
  ResponseEntity<CommandAnswer> refuse(
      @PathVariable String id, @RequestBody RefuseAid command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/notify-outcome")
  @Operation(summary = "Records that the outcome was sent (thông báo, gửi quyết định)")
  ResponseEntity<CommandAnswer> notifyOutcome(
      @PathVariable String id, @RequestBody NotifyOutcome command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/stop-processing")
  @Operation(
      summary = "Stops processing (dừng giải quyết hồ sơ): neither a refusal nor a withdrawal")
  ResponseEntity<CommandAnswer> stopProcessing(
      @PathVariable String id, @RequestBody StopProcessing command, Origin origin) {
    return done(commands.send(id, command, origin));
  }

  @PostMapping("/adopt-rule-pack-version")
  @Operation(
      summary =
          "Binds the dossier to a later version of its rule pack, with reason and legal basis")
  ResponseEntity<CommandAnswer> adoptPackVersion(
      @PathVariable String id, @RequestBody AdoptRulePackVersion command, Origin origin) {
    return done(commands.send(id, command, origin));
  }
}
