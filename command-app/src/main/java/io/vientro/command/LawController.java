package io.vientro.command;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.app.Law;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePackCommand;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.SetAgencyParameter;
import io.vientro.http.problem.ProblemException;
import io.vientro.rulepacks.AgencyRegistryLoader;
import io.vientro.rulepacks.RulePackException;
import io.vientro.rulepacks.RulePackLoader;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on what decisions rest on: calendar, rule packs, parameters of the deploying agency. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Calendar and rule pack commands")
public class LawController {
  private final CommandService commands;
  private final Law law;

  LawController(CommandService commands, Law law) {
    this.commands = commands;
    this.law = law;
  }

  @PostMapping("/calendars/{id}/record-calendar-notice")
  @Operation(summary = "Records a notice of days off and worked weekend days")
  ResponseEntity<CommandAnswer> recordNotice(
      @PathVariable String id, @RequestBody RecordCalendarNotice command, Origin origin) {
    var refusal =
        CommandName.RECORD_CALENDAR_NOTICE
            .refuses(origin.actor())
            .or(
                () ->
                    refuseIf(
                        !id.equals(WorkingCalendar.CIVIL_SERVICE),
                        Rejection.of(RejectionCode.UNKNOWN_CALENDAR).with("calendar", id)));
    var aggregate = WorkingCalendar.aggregateId(id);
    return send(refusal, new ForCalendar(aggregate, command, origin), aggregate, origin);
  }

  @PostMapping("/rule-packs/{id}/record-rule-pack")
  @Operation(summary = "Puts a version of a rule pack, or of the agency registry, on record")
  ResponseEntity<CommandAnswer> recordPack(
      @PathVariable String id, @RequestBody RecordRulePack command, Origin origin) {
    var refusal =
        CommandName.RECORD_RULE_PACK
            .refuses(origin.actor())
            .or(() -> refuseIf(!law.knows(id), unknown(id)))
            .or(() -> unreadable(id, command));
    return send(refusal, id, command, origin);
  }

  @PostMapping("/rule-packs/{id}/set-agency-parameter")
  @Operation(summary = "Sets a parameter of the deploying agency where the decree is silent")
  ResponseEntity<CommandAnswer> setParameter(
      @PathVariable String id, @RequestBody SetAgencyParameter command, Origin origin) {
    var refusal =
        CommandName.SET_AGENCY_PARAMETER
            .refuses(origin.actor())
            .or(() -> refuseIf(!law.knows(id) || Law.isRegistry(id), unknown(id)));
    return send(refusal, id, command, origin);
  }

  private ResponseEntity<CommandAnswer> send(
      Optional<Rejection> refusal, String id, RulePackCommand command, Origin origin) {
    var aggregate = RulePackRecord.aggregateId(id);
    return send(refusal, new ForRulePack(aggregate, id, command, origin), aggregate, origin);
  }

  /**
   * The right is asked for again by the decider; it is asked for here as well, so that nobody
   * without it learns what exists, or has a text parsed.
   */
  private ResponseEntity<CommandAnswer> send(
      Optional<Rejection> refusal, Object message, String aggregate, Origin origin) {
    return DossierController.done(
        refusal.isPresent()
            ? commands.repeatedOr(origin, ProblemException.of(refusal.get()))
            : commands.send(message, aggregate, origin));
  }

  private static Optional<Rejection> refuseIf(boolean refused, Rejection rejection) {
    return refused ? Optional.of(rejection) : Optional.empty();
  }

  private static Rejection unknown(String pack) {
    return Rejection.of(RejectionCode.UNKNOWN_RULE_PACK).with("pack", pack);
  }

  /** A text that cannot be read must not become law; what is wrong is told with line and column. */
  private Optional<Rejection> unreadable(String id, RecordRulePack command) {
    try {
      if (Law.isRegistry(id)) {
        law.tryRegistry(id, command.text());
        var version = AgencyRegistryLoader.version(command.text(), id);
        return refuseIf(version != command.version(), mismatch(id, version));
      }
      var pack = RulePackLoader.parse(command.text(), id);
      return refuseIf(
          !pack.id().equals(id) || pack.version() != command.version(),
          mismatch(pack.id(), pack.version()));
    } catch (RulePackException e) {
      var findings = e.findings().stream().map(Object::toString).limit(20).toList();
      return Optional.of(invalid(String.join("; ", findings)));
    } catch (IllegalArgumentException e) {
      return Optional.of(invalid(String.valueOf(e.getMessage())));
    }
  }

  private static Rejection mismatch(String pack, int version) {
    return Rejection.of(RejectionCode.RULE_PACK_NAME_MISMATCH)
        .at("text")
        .with("pack", pack)
        .with("version", version);
  }

  private static Rejection invalid(String findings) {
    return Rejection.of(RejectionCode.RULE_PACK_INVALID).at("text").with("findings", findings);
  }
}
