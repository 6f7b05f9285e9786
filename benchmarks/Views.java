import io.vientro.core.decision.Role;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How far the views are behind a position of the log, as {@code /actuator/processors} says. */
final class Views {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  private final Api queries;

  Views(Api queries) {
    this.queries = queries;
  }

  /** Events up to a position that are not in a view yet, by view. */
  Map<String, Long> behind(long position) throws IOException, InterruptedException {
    var behind = new TreeMap<String, Long>();
    for (var view :
        queries.get(Role.ADMINISTRATOR, "/actuator/processors").json().path("processors")) {
      behind.put(
          view.path("view").asString(), Math.max(0, position - view.path("position").asLong()));
    }
    if (behind.isEmpty()) {
      throw new IllegalStateException("query-app names no processors");
    }
    return behind;
  }

  /** The instant at which every view had everything up to a position. */
  long caughtUp(long position) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE;
    while (behind(position).values().stream().anyMatch(events -> events > 0)) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("views stay behind " + position + ": " + behind(position));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return System.nanoTime();
  }
}
