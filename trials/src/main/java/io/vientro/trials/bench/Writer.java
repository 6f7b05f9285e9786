package io.vientro.trials.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.measure.Latencies;
import io.vientro.measure.Machine;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * One process that appends with many callers; prints one JSON object. With {@code --wait} it says
 * {@code ready} after its warm-up and begins at a line from standard input, so that several begin
 * together.
 */
public final class Writer {
  static final String STORE = "VIENTRO_TEST_MONGO_URI";
  static final String READY = "ready";

  private Writer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    quiet();
    Options options =
        new Options(
            arguments,
            Set.of("uri", "database", "collection", "callers", "seconds", "warm-up", "times"),
            Set.of("wait", "platform-threads"));
    String uri = options.text("uri", System.getenv().getOrDefault(STORE, ""));
    if (uri.isEmpty()) {
      System.err.println("vientro: no durable store: set " + STORE + " to its connection string");
      System.exit(2);
    }
    int callers = options.number("callers", 64);
    boolean platform = options.has("platform-threads");
    var creates = new Creates(ProcessHandle.current().pid());
    try (MongoClient client = MongoClients.create(uri);
        var log =
            new MongoEventLog(
                client.getDatabase(options.text("database", "bench_by_hand")),
                MongoLogOptions.defaults().withCollection(options.text("collection", "writers")))) {
      Callers.Call append =
          () -> {
            log.append(creates.next());
            return 1;
          };
      Callers.run(callers, seconds(options.number("warm-up", 2)), platform, append);
      if (options.has("wait")) {
        out.println(READY);
        awaitLine();
      }
      var outcome = Callers.run(callers, seconds(options.number("seconds", 10)), platform, append);
      if (options.has("times")) {
        write(Path.of(options.text("times", "")), outcome.latencies());
      }
      out.println(json(callers, outcome));
    }
  }

  static String json(int callers, Callers.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "{\"callers\":%d,\"seconds\":%.2f,\"per_second\":%.1f,\"failures\":%d,%s}",
        callers,
        outcome.seconds(),
        outcome.perSecond(),
        outcome.failures(),
        outcome.latencies().json());
  }

  /** The driver and the log introduce themselves at length; only what fails is of interest. */
  static void quiet() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
  }

  private static long seconds(int seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  private static void awaitLine() throws IOException {
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  /** Every time in nanoseconds, eight bytes each: percentiles cannot be merged, times can. */
  private static void write(Path file, Latencies latencies) throws IOException {
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      byte[] bytes = new byte[Long.BYTES * latencies.count()];
      java.nio.ByteBuffer.wrap(bytes).asLongBuffer().put(latencies.sorted());
      out.write(bytes);
    }
  }
}
