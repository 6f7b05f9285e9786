import io.vientro.core.decision.Role;
import java.io.IOException;

/**
 * What command-app itself counted so far; the difference of two of these is a stage.
 *
 * @param requests POST requests served
 * @param requestSeconds in all of them together, from the first filter to the answer
 * @param remembered password checks answered from memory, and the seconds in them
 * @param hashed password checks by the slow hash, and the seconds in them
 * @param cpuSeconds of processor time that the process used
 */
record ServerTimes(
    double requests,
    double requestSeconds,
    double remembered,
    double rememberedSeconds,
    double hashed,
    double hashedSeconds,
    double cpuSeconds) {

  static ServerTimes of(Api commands) throws IOException, InterruptedException {
    String requests = "http.server.requests?tag=method:POST";
    String remembered = "vientro.authentication?tag=outcome:remembered";
    String hashed = "vientro.authentication?tag=outcome:hashed";
    return new ServerTimes(
        measure(commands, requests, "COUNT"),
        measure(commands, requests, "TOTAL_TIME"),
        measure(commands, remembered, "COUNT"),
        measure(commands, remembered, "TOTAL_TIME"),
        measure(commands, hashed, "COUNT"),
        measure(commands, hashed, "TOTAL_TIME"),
        measure(commands, "process.cpu.time", "VALUE") / 1e9);
  }

  ServerTimes since(ServerTimes before) {
    return new ServerTimes(
        requests - before.requests,
        requestSeconds - before.requestSeconds,
        remembered - before.remembered,
        rememberedSeconds - before.rememberedSeconds,
        hashed - before.hashed,
        hashedSeconds - before.hashedSeconds,
        cpuSeconds - before.cpuSeconds);
  }

  /** Part of the time of all requests, from 0 to 1. */
  double authenticationShare() {
    return (rememberedSeconds + hashedSeconds) / requestSeconds;
  }

  double rememberedMicros() {
    return remembered == 0 ? 0 : rememberedSeconds / remembered * 1e6;
  }

  double hashedMillis() {
    return hashed == 0 ? 0 : hashedSeconds / hashed * 1e3;
  }

  private static double measure(Api commands, String metric, String statistic)
      throws IOException, InterruptedException {
    var answer = commands.get(Role.ADMINISTRATOR, "/actuator/metrics/" + metric);
    if (answer.status() == 404) {
      // Nothing of it has happened yet.
      return 0;
    }
    for (var measurement : answer.json().path("measurements")) {
      String found = measurement.path("statistic").asString();
      if (found.equals(statistic) || statistic.equals("VALUE") && found.equals("COUNT")) {
        return measurement.path("value").asDouble();
      }
    }
    throw new IllegalStateException(metric + " has no " + statistic + ": " + answer);
  }
}
