package io.vientro.standalone;

import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.command.CommandService;
import io.vientro.command.DossierCommands;
import io.vientro.command.ForDossier;
import io.vientro.command.Origin;
import io.vientro.core.Digests;
import io.vientro.core.Zone;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.Period;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.http.json.StrictJson;
import io.vientro.log.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Puts the sample dossiers of {@code samples.json} into a TRAINING log: through the commands that a
 * user sends, at the hours at which a user would have sent them. Idempotent: a start that was
 * interrupted is completed by the next one.
 */
final class SampleDossiers {
  private static final String FILE = "samples.json";
  private static final Pattern RELATIVE = Pattern.compile("\"(day|half|year):([+-][0-9]+)\"");
  private static final LocalTime OPENING_HOUR = LocalTime.of(8, 0);

  private final CommandService commands;
  private final StrictJson json;
  private final VientroClock clock;
  private final EventLog log;
  private final LocalDate today;
  private final Function<String, Actor> accounts;

  /**
   * @param accounts the sample account of a name
   */
  SampleDossiers(
      CommandService commands,
      StrictJson json,
      VientroClock clock,
      EventLog log,
      OpenedLog opened,
      Function<String, Actor> accounts) {
    this.commands = commands;
    this.json = json;
    this.clock = clock;
    this.log = log;
    this.today = opened.opening().day();
    this.accounts = accounts;
  }

  private record Step(
      String sample, int number, LocalDate day, String account, CommandName command, String body) {
    String commitId() {
      return "sample-" + sample + "-" + number;
    }
  }

  /**
   * Loads what is not there yet; the clock reads the machine's time again afterwards.
   *
   * @return false if everything was there
   */
  boolean load() {
    var steps = steps();
    // Steps go in by day, so if the last one is there, all are.
    if (log.commit(steps.getLast().commitId()).isPresent()) {
      return false;
    }
    var dossiers = new HashMap<String, String>();
    try {
      var minute = 0;
      for (var step : steps) {
        clock.moveTo(
            step.day()
                .atTime(OPENING_HOUR.plusMinutes(minute++))
                .atZone(Zone.HO_CHI_MINH)
                .toInstant());
        dossiers.put(step.sample(), send(step, dossiers));
      }
      return true;
    } finally {
      clock.release();
    }
  }

  private String send(Step step, Map<String, String> dossiers) {
    var id = dossiers.computeIfAbsent(step.sample(), sample -> Dossier.id(UUID.randomUUID()));
    var origin =
        new Origin(
            accounts.apply(step.account()),
            step.commitId(),
            Digests.sha256(step.body()),
            true,
            null);
    return commands.send(new ForDossier(id, command(step), origin), id, origin).id();
  }

  private DossierCommand command(Step step) {
    var type =
        DossierCommands.type(step.command())
            .orElseThrow(() -> new IllegalStateException(step.command() + " in " + FILE));
    return json.bind(step.body().getBytes(StandardCharsets.UTF_8), type);
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (var sample : read().get("samples")) {
      var number = 0;
      for (var step : sample.get("steps")) {
        steps.add(
            new Step(
                sample.get("key").stringValue(),
                number++,
                today.minusDays(step.get("daysBack").intValue()),
                step.get("by").stringValue(),
                CommandName.ofPath(step.get("command").stringValue()).orElseThrow(),
                dated(step.get("body").toString())));
      }
    }
    steps.sort(Comparator.comparing(Step::day));
    return steps;
  }

  /** Days, and the half or whole calendar year in which a day lies, as a report names it. */
  private String dated(String body) {
    return RELATIVE
        .matcher(body)
        .replaceAll(
            m -> {
              var day = today.plusDays(Long.parseLong(m.group(2)));
              return "\""
                  + switch (m.group(1)) {
                    case "year" -> Period.of(Recurrence.YEAR, day);
                    case "half" -> Period.of(Recurrence.HALF_YEAR, day);
                    default -> day;
                  }
                  + "\"";
            });
  }

  private JsonNode read() {
    try (var stream = SampleDossiers.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return json.mapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
