import io.vientro.measure.Latencies;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Clients that take one dossier after the other along the {@link Road}, each sending its next
 * command as soon as the last one is answered.
 */
final class Load {
  /** What a command says whose dossier or book moved on too often; to be sent again. */
  private static final String CONCURRENT_CHANGE = "concurrent-change";

  private static final int TRIES = 50;
  private static final int STEPS = Road.STEPS.size();

  private final Api commands;
  private final ReadLag lag;
  private final Unexpected unexpected;
  private final IntFunction<LocalDate> day;
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
  private final AtomicInteger sentAgain = new AtomicInteger();
  private final AtomicReference<Last> last = new AtomicReference<>(new Last("", -1, 0));

  /**
   * The command that got the highest position.
   *
   * @param answeredAt when its answer was there
   */
  record Last(String dossier, long position, long answeredAt) {}

  /**
   * What came of it.
   *
   * @param seconds from the first command to the last answer; no command is begun after the time
   *     given
   * @param byStep times from sending a command to its answer, sending again included
   * @param sentAgain how often a command was told to come again
   */
  record Outcome(
      double seconds, Map<String, Latencies> byStep, Latencies all, int sentAgain, Last last) {

    double perSecond() {
      return all.count() / seconds;
    }
  }

  /**
   * @param day of a client's papers, and so of the reception book that gives its dossiers' codes
   */
  Load(Api commands, ReadLag lag, Unexpected unexpected, IntFunction<LocalDate> day) {
    this.commands = commands;
    this.lag = lag;
    this.unexpected = unexpected;
    this.day = day;
    Road.STEPS.forEach(
        step -> nanos.put(step.name(), Collections.synchronizedList(new ArrayList<>())));
  }

  /**
   * The time begins when the clients stand at different steps of the road: else all of them would
   * submit first, and accept together.
   */
  Outcome run(int clients, long duration) throws Exception {
    var under = new ArrayList<Road.Dossier>();
    for (int client = 0; client < clients; client++) {
      under.add(
          new Road.Dossier("Nước sạch %d/%d".formatted(clients, client), "", day.apply(client)));
    }
    each(clients, client -> under.set(client, lead(under.get(client), client % STEPS)));
    nanos.values().forEach(List::clear);
    sentAgain.set(0);
    long begun = System.nanoTime();
    each(clients, client -> client(under.get(client), client % STEPS, begun + duration));
    double seconds = (System.nanoTime() - begun) / 1e9;
    var byStep = new LinkedHashMap<String, Latencies>();
    nanos.forEach((step, times) -> byStep.put(step, Latencies.of(times)));
    var all = nanos.values().stream().flatMap(List::stream).toList();
    return new Outcome(seconds, byStep, Latencies.of(all), sentAgain.get(), last.get());
  }

  private interface Client {
    void run(int number) throws InterruptedException;
  }

  private static void each(int clients, Client client) throws Exception {
    var running = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  client.run(number);
                  return null;
                }));
      }
    }
    for (var done : running) {
      done.get();
    }
  }

  /** Takes a dossier through the first steps. */
  private Road.Dossier lead(Road.Dossier dossier, int steps) throws InterruptedException {
    var led = dossier;
    for (var step : Road.STEPS.subList(0, steps)) {
      String id = send(step, led);
      if (id.isEmpty()) {
        // Counted already; what would follow is no news.
        break;
      }
      led = new Road.Dossier(led.title(), id, led.on());
    }
    return led;
  }

  /** From a dossier that is to take a step next, until the time is over. */
  private void client(Road.Dossier first, int nextStep, long until) throws InterruptedException {
    var dossier = first;
    int next = nextStep;
    for (int i = 1; System.nanoTime() < until && !unexpected.tooMany(); ) {
      String id = send(Road.STEPS.get(next), dossier);
      next = (next + 1) % STEPS;
      if (id.isEmpty()) {
        // Not what should have been answered: the rest of its way cannot be either.
        TimeUnit.MILLISECONDS.sleep(10);
        next = 0;
      }
      dossier =
          next == 0
              ? new Road.Dossier(first.title() + "/" + i++, "", first.on())
              : new Road.Dossier(dossier.title(), id, first.on());
    }
  }

  /** The dossier's id; empty if the answer was not the one that should have come. */
  private String send(Road.Step step, Road.Dossier dossier) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    String body = step.body().apply(dossier);
    long begun = System.nanoTime();
    try {
      Api.Answer answer = commands.post(step.as(), step.path(dossier), body, key);
      for (int i = 1; i < TRIES && answer.problem().equals(CONCURRENT_CHANGE); i++) {
        sentAgain.incrementAndGet();
        answer = commands.post(step.as(), step.path(dossier), body, key);
      }
      var json = answer.status() == step.status(dossier) ? answer.json() : null;
      if (json == null || !json.path("state").asString("").equals(step.state())) {
        unexpected.add(step.name() + ": " + answer);
        return "";
      }
      nanos.get(step.name()).add(answer.at() - begun);
      var done = new Last(json.path("id").asString(), json.path("position").asLong(), answer.at());
      last.accumulateAndGet(done, (a, b) -> b.position() > a.position() ? b : a);
      lag.offer(done.dossier(), done.position(), done.answeredAt());
      return done.dossier();
    } catch (IOException e) {
      unexpected.add(step.name() + ": " + e);
      return "";
    }
  }
}
