import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vientro.core.decision.Role;
import io.vientro.measure.Cleaning;
import io.vientro.measure.Latencies;
import io.vientro.measure.Machine;
import io.vientro.measure.PerformancePage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Commands per second over HTTP with 1, 8 and 64 clients, how long one takes, what of it is
 * authentication, how soon the read models have it, and what the bare driver gets into the same
 * store. Run by {@code ./vientro bench commands}, which builds first. Both applications run as
 * processes of their own, on a durable store, in a database of the benchmark's own that is dropped
 * afterwards.
 */
public final class CommandsBenchmark {
  static final String STORE = "VIENTRO_TEST_MONGO_URI";

  private static final String HEADING = "Commands";
  private static final List<Integer> CLIENTS = List.of(1, 8, 64);
  private static final int MOST = CLIENTS.getLast();
  private static final int DEFAULT_SECONDS = 20;
  private static final int WARM_UP_CLIENTS = 8;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final PrintStream out;
  private final Path root;
  private final int seconds;
  private final Unexpected unexpected = new Unexpected();

  private CommandsBenchmark(PrintStream out, Path root, int seconds) {
    this.out = out;
    this.root = root;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    Path root = Path.of(arguments[0]);
    List<String> options = List.of(arguments);
    int at = options.indexOf("--seconds");
    int seconds = at < 0 ? DEFAULT_SECONDS : Integer.parseInt(options.get(at + 1));
    // The driver introduces itself at length.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    String uri = System.getenv(STORE);
    if (uri == null || uri.isBlank()) {
      System.err.println("vientro: no durable store: set " + STORE + " to its connection string");
      System.exit(2);
      return;
    }
    var benchmark = new CommandsBenchmark(out, root, seconds);
    CommandsReport report = benchmark.measure(uri);
    if (benchmark.unexpected.count() > 0) {
      benchmark.unexpected.print(out);
      out.println("no figures: what is answered wrongly is not measured");
      System.exit(1);
      return;
    }
    String command = "./vientro bench commands" + (at < 0 ? "" : " --seconds " + seconds);
    Machine machine = Machine.now(root);
    List<String> lines = report.markdown(machine, command);
    out.println();
    // Without the fenced JSON: that is the last line here.
    lines.subList(0, lines.size() - 4).forEach(out::println);
    if (options.contains("--record")) {
      PerformancePage.record(root, HEADING, lines);
      out.println("written into docs/performance.md");
    }
    out.println(report.json(machine));
  }

  private CommandsReport measure(String uri) throws Exception {
    Path folder = Files.createTempDirectory("vientro-bench");
    String database = "bench_" + UUID.randomUUID().toString().substring(0, 8);
    var environment = new HashMap<String, String>();
    environment.put("VIENTRO_MONGO_URI", uri);
    environment.put("VIENTRO_DATABASE", database);
    environment.put("VIENTRO_LOG_MODE", "TRAINING");
    try (var cleaning = new Cleaning();
        MongoClient driver = MongoClients.create(uri)) {
      cleaning.before(() -> delete(folder));
      cleaning.before(
          () -> {
            // Another client: an interrupted run may have closed the one above.
            try (var client = MongoClients.create(uri)) {
              client.getDatabase(database).drop();
            }
          });
      environment.put("VIENTRO_USERS_FILE", Accounts.write(folder).toString());
      out.println("starting command-app and query-app …");
      var commandApp = Application.start(root, "command-app", environment);
      cleaning.before(commandApp::close);
      var queryApp = Application.start(root, "query-app", environment);
      cleaning.before(queryApp::close);
      var stages =
          stages(
              commandApp.api(), queryApp.api(), new InsertBaseline(driver.getDatabase(database)));
      for (var application : List.of(commandApp, queryApp)) {
        application.complaints().forEach(line -> unexpected.add("in its output: " + line));
      }
      return stages;
    }
  }

  private CommandsReport stages(Api commands, Api queries, InsertBaseline baseline)
      throws Exception {
    for (Role role : Accounts.ROLES) {
      signIn(commands, role);
      signIn(queries, role);
    }
    ServerTimes firstSignIns = ServerTimes.of(commands);
    var plans = plans(LocalDate.now(ZONE));
    out.println("warming up, " + seconds + " s …");
    stage(commands, queries, plans.getFirst());
    var stages = new ArrayList<CommandsReport.Stage>();
    for (int i = 1; i < plans.size() && unexpected.count() == 0; i++) {
      var plan = plans.get(i);
      double inserts =
          baseline.perSecond(plan.clients(), TimeUnit.SECONDS.toNanos(Math.max(2, seconds / 2)));
      var stage = stage(commands, queries, plan).against(inserts);
      out.println(stage.line());
      stages.add(stage);
    }
    return new CommandsReport(seconds, firstSignIns, stages);
  }

  /**
   * Warming up first. No stage finds a reception book that another has filled, since each has days
   * of its own.
   */
  private static List<CommandsReport.Plan> plans(LocalDate today) {
    var plans = new ArrayList<CommandsReport.Plan>();
    plans.add(new CommandsReport.Plan("warming up", WARM_UP_CLIENTS, client -> today));
    for (int clients : CLIENTS) {
      var day = today.minusDays(plans.size());
      plans.add(new CommandsReport.Plan(Integer.toString(clients), clients, client -> day));
    }
    var first = today.minusDays(plans.size());
    plans.add(new CommandsReport.Plan(MOST + "_apart", MOST, first::minusDays));
    return plans;
  }

  private CommandsReport.Stage stage(Api commands, Api queries, CommandsReport.Plan plan)
      throws Exception {
    var views = new Views(queries);
    try (var lag = new ReadLag(queries, unexpected)) {
      ServerTimes before = ServerTimes.of(commands);
      var outcome =
          new Load(commands, lag, unexpected, plan.day())
              .run(plan.clients(), TimeUnit.SECONDS.toNanos(seconds));
      var last = outcome.last();
      var behind = views.behind(last.position());
      double caughtUpMillis = (views.caughtUp(last.position()) - last.answeredAt()) / 1e6;
      var lags = lag.finish();
      return new CommandsReport.Stage(
          plan,
          outcome,
          ServerTimes.of(commands).since(before),
          lags,
          idleReads(queries, last.dossier()),
          behind,
          Math.max(0, caughtUpMillis),
          Double.NaN);
    }
  }

  private Latencies idleReads(Api queries, String dossier)
      throws IOException, InterruptedException {
    try (var reads = new ReadLag(queries, unexpected)) {
      return reads.withoutWaiting(dossier, 50);
    }
  }

  private void signIn(Api application, Role role) throws IOException, InterruptedException {
    // Not everybody may see it; only who is not known is turned away with 401.
    var answer = application.get(role, "/actuator/info");
    if (answer.status() == 401) {
      unexpected.add("signing in as " + role + ": " + answer);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
