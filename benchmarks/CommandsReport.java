import io.vientro.measure.Latencies;
import io.vientro.measure.Machine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/**
 * What {@link CommandsBenchmark} found.
 *
 * @param seconds that each stage lasted
 * @param firstSignIns what the first request of each account cost
 */
record CommandsReport(int seconds, ServerTimes firstSignIns, List<Stage> stages) {

  /**
   * What is to be measured.
   *
   * @param name in the tables and at the end of a figure's key
   * @param day of each client's papers; those of one day share a reception book
   */
  record Plan(String name, int clients, IntFunction<LocalDate> day) {}

  /**
   * One plan, carried out.
   *
   * @param server what command-app counted during it
   * @param lag from a command's answer until the dossier's view had it
   * @param idleReads the same read with nothing to wait for, afterwards
   * @param behind events that each view lacked when the last command was answered
   * @param caughtUpMillis from the last answer until no view lacked any
   * @param inserts that the bare driver did per second with so many callers; NaN if not asked
   */
  record Stage(
      Plan plan,
      Load.Outcome outcome,
      ServerTimes server,
      Latencies lag,
      Latencies idleReads,
      Map<String, Long> behind,
      double caughtUpMillis,
      double inserts) {

    Stage against(double insertsPerSecond) {
      return new Stage(
          plan, outcome, server, lag, idleReads, behind, caughtUpMillis, insertsPerSecond);
    }

    double ratio() {
      return outcome.perSecond() / inserts;
    }

    long mostBehind() {
      return Collections.max(behind.values());
    }

    double cpuMillisPerCommand() {
      return server.cpuSeconds() * 1e3 / outcome.all().count();
    }

    String line() {
      return text(
          "%s clients: %.1f commands/s, p50 %.1f ms, p99 %.1f ms; bare inserts %.0f/s",
          plan.name(),
          outcome.perSecond(),
          outcome.all().millis(50),
          outcome.all().millis(99),
          inserts);
    }
  }

  /** The section of the page, without its heading. */
  List<String> markdown(Machine machine, String command) {
    var lines = new ArrayList<String>();
    lines.add(
        text(
            """
            command-app and query-app as processes of their own over a durable store, HTTP/1.1 on the loopback address, load and store on the same
            machine. Each client takes one dossier after the other through %s, and sends the next
            command when the last is answered; %d s each. Times in milliseconds, as the client sees them, all answers counted. At `%s` all clients
            contend, because one reception book hands out the codes of an agency and day; `64_apart` are as many clients with a day, and so a book,
            for each.

            | Clients | Commands/s | p50 | p95 | p99 | Max | Told to come again | Bare inserts/s | Commands per bare insert |
            |---|---|---|---|---|---|---|---|---|\
            """,
            String.join(", ", Road.STEPS.stream().map(s -> "`" + s.name() + "`").toList()),
            seconds,
            Road.CONTENDED));
    for (var stage : stages) {
      var all = stage.outcome().all();
      lines.add(
          text(
              "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %.0f | %.3f |",
              stage.plan().name(),
              stage.outcome().perSecond(),
              all.millis(50),
              all.millis(95),
              all.millis(99),
              all.millis(100),
              stage.outcome().sentAgain(),
              stage.inserts(),
              stage.ratio()));
    }
    lines.add(
        text(
            """

            A bare insert is the driver alone writing one document of %d bytes into the same store, acknowledged by the majority and journaled, with as
            many callers as there are clients, right before the commands.

            | Clients | Command | Count | p50 | p95 | p99 | Max |
            |---|---|---|---|---|---|---|\
            """,
            InsertBaseline.documentBytes()));
    for (var stage : stages) {
      stage
          .outcome()
          .byStep()
          .forEach(
              (step, times) ->
                  lines.add(
                      "| " + stage.plan().name() + " | `" + step + "` | " + times.cells() + " |"));
    }
    lines.add(
        text(
            """

            Authentication is the check of name and password (`vientro.authentication`), as a share of the time of all requests on the server
            (`http.server.requests`). The first request of each account pays for the slow hash: %.0f accounts, %.0f ms each; it lies before the
            measured time.

            | Clients | Share of authentication | One remembered check | Slow hashes meanwhile | Processor time of command-app per command |
            |---|---|---|---|---|\
            """,
            firstSignIns.hashed(), firstSignIns.hashedMillis()));
    for (var stage : stages) {
      lines.add(
          text(
              "| %s | %.3f %% | %.1f µs | %.0f | %.1f ms |",
              stage.plan().name(),
              stage.server().authenticationShare() * 100,
              stage.server().rememberedMicros(),
              stage.server().hashed(),
              stage.cpuMillisPerCommand()));
    }
    lines.add(
        """

        Lag: from a command's answer until `GET /api/v1/dossiers/{id}?at-least-position=…` has answered, for one command in a tenth of a second; beside
        it the same read when there is nothing to wait for. Then: how many events the view that is furthest behind lacks when the last command
        is answered, and how long until no view lacks any.

        | Clients | Followed | p50 | p99 | Max | Read without waiting, p50 | Events behind at the end | Until none |
        |---|---|---|---|---|---|---|---|\
        """);
    for (var stage : stages) {
      lines.add(
          text(
              "| %s | %d | %.1f | %.1f | %.1f | %.1f | %d | %.0f ms |",
              stage.plan().name(),
              stage.lag().count(),
              stage.lag().millis(50),
              stage.lag().millis(99),
              stage.lag().millis(100),
              stage.idleReads().millis(50),
              stage.mostBehind(),
              stage.caughtUpMillis()));
    }
    lines.add("");
    lines.add("| Figure | Value |");
    lines.add("|---|---|");
    lines.add(machine.rows(command));
    lines.add("");
    lines.add("```json");
    lines.add(json(machine));
    lines.add("```");
    return lines;
  }

  /** One object; times in milliseconds unless the name says otherwise. */
  String json(Machine machine) {
    var members = new StringJoiner(",", "{", "}");
    members.add("\"benchmark\":\"commands\"");
    members.add(machine.json());
    members.add(text("\"seconds\":%d", seconds));
    members.add(text("\"first_sign_in_ms\":%.1f", firstSignIns.hashedMillis()));
    for (var stage : stages) {
      String name = stage.plan().name();
      var all = stage.outcome().all();
      members.add(text("\"commands_per_second_%s\":%.2f", name, stage.outcome().perSecond()));
      members.add(text("\"commands_%s\":{%s}", name, all.json()));
      stage
          .outcome()
          .byStep()
          .forEach(
              (step, times) ->
                  members.add(text("\"%s_%s\":{%s}", step.replace('-', '_'), name, times.json())));
      members.add(text("\"told_to_come_again_%s\":%d", name, stage.outcome().sentAgain()));
      members.add(text("\"inserts_per_second_%s\":%.1f", name, stage.inserts()));
      members.add(text("\"commands_vs_insert_%s\":%.4f", name, stage.ratio()));
      members.add(
          text("\"authentication_share_%s\":%.6f", name, stage.server().authenticationShare()));
      members.add(
          text("\"remembered_check_micros_%s\":%.2f", name, stage.server().rememberedMicros()));
      members.add(text("\"slow_hashes_%s\":%.0f", name, stage.server().hashed()));
      members.add(text("\"cpu_per_command_%s\":%.2f", name, stage.cpuMillisPerCommand()));
      members.add(text("\"lag_%s\":{%s}", name, stage.lag().json()));
      members.add(text("\"read_without_waiting_%s\":{%s}", name, stage.idleReads().json()));
      members.add(text("\"events_behind_%s\":%d", name, stage.mostBehind()));
      members.add(text("\"caught_up_%s\":%.1f", name, stage.caughtUpMillis()));
    }
    return members.toString();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
