import io.vientro.core.decision.Role;
import io.vientro.measure.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long after a command's answer its dossier can be read with what the command did. One command
 * in a tenth of a second is followed, beside the clients, who do not wait for it.
 */
final class ReadLag implements AutoCloseable {
  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** What a query says when it has waited for its view in vain. */
  private static final String BEHIND = "read-model-behind";

  private final Api queries;
  private final Unexpected unexpected;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  ReadLag(Api queries, Unexpected unexpected) {
    this.queries = queries;
    this.unexpected = unexpected;
  }

  /** Follows this command, if it is time to follow one. */
  void offer(String dossier, long position, long answeredAt) {
    long due = next.get();
    if (answeredAt >= due && next.compareAndSet(due, answeredAt + EVERY)) {
      threads.submit(() -> nanos.add(seen(dossier, position) - answeredAt));
    }
  }

  /** The instant at which the view had it. */
  private long seen(String dossier, long position) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE;
    while (true) {
      Api.Answer answer =
          queries.get(
              Role.RECEPTION_OFFICER,
              "/api/v1/dossiers/" + dossier + "?at-least-position=" + position);
      if (answer.status() == 200) {
        return answer.at();
      }
      if (!answer.problem().equals(BEHIND) || System.nanoTime() > until) {
        unexpected.add("reading " + dossier + " at " + position + ": " + answer);
        return answer.at();
      }
    }
  }

  /** The same read when there is nothing to wait for. */
  Latencies withoutWaiting(String dossier, int times) throws IOException, InterruptedException {
    var idle = new ArrayList<Long>();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      idle.add(seen(dossier, 0) - begun);
    }
    return Latencies.of(idle);
  }

  /** Waits for what is followed still. */
  Latencies finish() {
    threads.close();
    return Latencies.of(nanos);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
