package io.vientro.trials.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * When the writers were acknowledged and how far the readers came, as heard by the drill. Times are
 * {@link System#nanoTime()} of the drill's own process. Thread-safe.
 */
final class Timeline {
  private static final long LOOK_AROUND_MILLIS = 250;

  /** The last thing heard from a life. */
  private record Heard(long at, long position) {}

  private final Map<Life, Heard> latest = new HashMap<>();

  /** Of all writers, since the window was opened and the last one before. */
  private final List<Long> acknowledgements = new ArrayList<>();

  synchronized void acknowledged(Life writer, long position) {
    long now = System.nanoTime();
    latest.put(writer, new Heard(now, position));
    acknowledgements.add(now);
    notifyAll();
  }

  synchronized void delivered(Life reader, long position) {
    latest.put(reader, new Heard(System.nanoTime(), position));
    notifyAll();
  }

  /** Forgets all acknowledgements but the last one. */
  synchronized void openWindow() {
    if (acknowledgements.size() > 1) {
      acknowledgements.subList(0, acknowledgements.size() - 1).clear();
    }
  }

  /** The last acknowledgement before a moment that lies in the window; the moment if none is. */
  synchronized long lastBefore(long moment) {
    long last = moment;
    for (long at : acknowledgements) {
      if (at - moment < 0) {
        last = at;
      }
    }
    return last;
  }

  /** The longest time without an acknowledgement between two moments. */
  synchronized Duration longestStop(long from, long until) {
    long longest = 0;
    long last = from;
    for (long at : acknowledgements) {
      if (at - from > 0 && until - at >= 0) {
        longest = Math.max(longest, at - last);
        last = at;
      }
    }
    return Duration.ofNanos(Math.max(longest, until - last));
  }

  /**
   * Waits until every one of these writers was acknowledged after a moment.
   *
   * @param writers asked anew all the time, as they may come and go; also the place to look whether
   *     they live
   * @return the newest position acknowledged then
   */
  synchronized long awaitWrites(Supplier<Collection<Life>> writers, long since, Duration patience) {
    List<Long> positions = new ArrayList<>();
    await(
        "an acknowledged write of each writer",
        patience,
        () -> {
          positions.clear();
          for (Life writer : writers.get()) {
            Heard heard = latest.get(writer);
            if (heard == null || heard.at() - since <= 0) {
              return false;
            }
            positions.add(heard.position());
          }
          return !positions.isEmpty();
        });
    return positions.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** Waits until every one of these readers has delivered a position. */
  synchronized void awaitDeliveries(
      Supplier<Collection<Life>> readers, long position, Duration patience) {
    await(
        "each reader at position " + position,
        patience,
        () ->
            readers.get().stream()
                .allMatch(
                    reader -> {
                      Heard heard = latest.get(reader);
                      return heard != null && heard.position() >= position;
                    }));
  }

  private void await(String what, Duration patience, Supplier<Boolean> condition) {
    long start = System.nanoTime();
    while (!condition.get()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new DrillFailedException(
            "no recovery: waited %d s for %s".formatted(patience.toSeconds(), what));
      }
      try {
        TimeUnit.MILLISECONDS.timedWait(this, LOOK_AROUND_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DrillFailedException("interrupted");
      }
    }
  }
}
