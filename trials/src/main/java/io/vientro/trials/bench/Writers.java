package io.vientro.trials.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vientro.measure.Latencies;
import io.vientro.measure.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Several writer processes on one fresh log, begun together; their times are merged. By hand:
 * {@code --processes 2 --callers 64 --seconds 15}, which prints a JSON line for each and one for
 * all.
 */
public final class Writers {
  private Writers() {}

  /**
   * All of them together.
   *
   * @param each what every process printed
   * @param perSecond commits of all of them
   * @param latencies of all acknowledged appends
   */
  record Outcome(List<String> each, double perSecond, Latencies latencies, long failures) {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    Writer.quiet();
    Options options =
        new Options(
            arguments,
            Set.of("uri", "processes", "callers", "seconds", "warm-up"),
            Set.of("platform-threads"));
    String uri = options.text("uri", System.getenv().getOrDefault(Writer.STORE, ""));
    if (uri.isEmpty()) {
      System.err.println("vientro: no durable store: set " + Writer.STORE);
      System.exit(2);
    }
    String database = "bench_" + UUID.randomUUID().toString().substring(0, 8);
    int callers = options.number("callers", 64);
    try (MongoClient client = MongoClients.create(uri)) {
      try {
        Outcome outcome =
            run(
                new Place(uri, database, "writers"),
                options.number("processes", 2),
                callers,
                options.number("warm-up", 3),
                options.number("seconds", 10));
        outcome.each().forEach(out::println);
        out.println(
            "{\"processes\":%d,\"callers\":%d,\"per_second\":%.1f,\"failures\":%d,%s}"
                .formatted(
                    outcome.each().size(),
                    callers,
                    outcome.perSecond(),
                    outcome.failures(),
                    outcome.latencies().json()));
      } finally {
        client.getDatabase(database).drop();
      }
    }
  }

  /** Where they write. */
  record Place(String uri, String database, String collection) {}

  static Outcome run(Place place, int processes, int callers, int warmUpSeconds, int seconds)
      throws Exception {
    List<Child> children = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        Path times = Files.createTempFile("vientro-times", ".bin");
        files.add(times);
        children.add(
            Child.start(
                Writer.class,
                List.of(),
                List.of(
                    "--uri",
                    place.uri(),
                    "--database",
                    place.database(),
                    "--collection",
                    place.collection(),
                    "--callers",
                    Integer.toString(callers),
                    "--warm-up",
                    Integer.toString(warmUpSeconds),
                    "--seconds",
                    Integer.toString(seconds),
                    "--times",
                    times.toString(),
                    "--wait")));
      }
      for (Child child : children) {
        child.awaitLine(Writer.READY);
      }
      for (Child child : children) {
        child.tell("go");
      }
      List<String> said = new ArrayList<>();
      for (Child child : children) {
        said.add(child.lastLine());
      }
      return outcome(said, files);
    } finally {
      for (Child child : children) {
        child.close();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Outcome outcome(List<String> said, List<Path> files) throws IOException {
    List<Latencies> latencies = new ArrayList<>();
    for (Path file : files) {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      long[] nanos = new long[bytes.remaining() / Long.BYTES];
      bytes.asLongBuffer().get(nanos);
      latencies.add(Latencies.of(nanos));
    }
    double perSecond = 0;
    long failures = 0;
    for (String json : said) {
      perSecond += Json.number(json, "per_second");
      failures += (long) Json.number(json, "failures");
    }
    return new Outcome(said, perSecond, Latencies.merged(latencies), failures);
  }
}
