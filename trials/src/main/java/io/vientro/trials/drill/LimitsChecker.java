package io.vientro.trials.drill;

import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.TimeLimitExpired;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.dossier.TimeLimitWarned;
import io.vientro.store.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts, from the events of the log alone, what became of each limit: the index and the workers'
 * own word are not asked. Not thread-safe.
 */
final class LimitsChecker {
  private static final int EXAMPLES = 20;

  private final Map<String, TimeLimitStarted> started = new HashMap<>();
  private final Map<String, List<RecordedEvent>> expired = new HashMap<>();
  private final Map<String, Integer> warned = new HashMap<>();
  private final List<String> examples = new ArrayList<>();
  private WorkingCalendar calendar = WorkingCalendar.EMPTY;

  /** The next event of the log. */
  void take(RecordedEvent event) {
    switch (event.event()) {
      case CalendarNoticeRecorded e -> calendar = WorkingCalendar.evolve(calendar, e);
      case TimeLimitStarted e -> started.put(key(event, e.limit(), e.segment()), e);
      case TimeLimitExpired e ->
          expired
              .computeIfAbsent(key(event, e.limit(), e.segment()), _ -> new ArrayList<>())
              .add(event);
      case TimeLimitWarned e -> warned.merge(key(event, e.limit(), e.segment()), 1, Integer::sum);
      default -> {}
    }
  }

  private static String key(RecordedEvent event, String limit, int segment) {
    return event.aggregate() + " " + limit + " " + segment;
  }

  /** How many limits have an expiry. */
  int expiredLimits() {
    return expired.size();
  }

  /**
   * The verdict on everything that was taken.
   *
   * @param until by which a limit has to have been raised, if it fell due before
   */
  LimitsVerdict verdict(Instant until) {
    int twice = 0;
    int early = 0;
    int wrong = 0;
    int forgotten = 0;
    int due = 0;
    List<Duration> lags = new ArrayList<>();
    for (Map.Entry<String, TimeLimitStarted> entry : started.entrySet()) {
      var date = LimitSegment.of(entry.getValue()).due(calendar);
      Instant end = date.endsAt();
      List<RecordedEvent> raised = expired.getOrDefault(entry.getKey(), List.of());
      if (end == null || end.isAfter(until)) {
        if (!raised.isEmpty()) {
          early++;
          found("early", entry.getKey());
        }
        continue;
      }
      due++;
      if (raised.isEmpty()) {
        forgotten++;
        found("forgotten", entry.getKey());
      }
      if (raised.size() > 1) {
        twice += raised.size() - 1;
        found("twice", entry.getKey());
      }
      for (RecordedEvent each : raised) {
        if (each.at().isBefore(end)) {
          early++;
          found("early", entry.getKey() + " at " + each.at() + ", ends at " + end);
        }
        if (!((TimeLimitExpired) each.event()).due().equals(date.date())) {
          wrong++;
          found("wrong due date", entry.getKey());
        }
        lags.add(Duration.between(end, each.at()));
      }
    }
    for (String key : expired.keySet()) {
      if (!started.containsKey(key)) {
        wrong++;
        found("never began", key);
      }
    }
    lags.sort(null);
    return new LimitsVerdict(
        due,
        expired.values().stream().mapToInt(List::size).sum(),
        twice,
        forgotten,
        early,
        wrong,
        warned.values().stream().mapToInt(Integer::intValue).sum(),
        warned.values().stream().mapToInt(count -> count - 1).sum(),
        lags,
        examples);
  }

  private void found(String what, String which) {
    if (examples.size() < EXAMPLES) {
      examples.add(what + ": " + which);
    }
  }
}
