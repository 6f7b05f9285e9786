package io.vientro.command;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vientro.app.LogEnd;
import io.vientro.command.due.DueIndexProcessor;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import java.util.Locale;

/** How the index of what falls due follows the log, and what this process's worker raised. */
final class DueMetrics implements MeterBinder {
  private final DueDuties duties;
  private final LogEnd end;

  DueMetrics(DueDuties duties, LogEnd end) {
    this.duties = duties;
    this.end = end;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    var processor = duties.processor();
    var worker = duties.worker();
    if (processor == null || worker == null) {
      return;
    }
    Gauge.builder("vientro.due.index.lag", processor, p -> lag(p, end))
        .description("events of the log that are not in the index of what falls due yet")
        .register(registry);
    Gauge.builder("vientro.due.oldest.seconds", worker, w -> w.oldestWaits().toMillis() / 1e3)
        .description("how long the oldest thing that has fallen due waits to be raised")
        .baseUnit("seconds")
        .register(registry);
    for (var what : What.values()) {
      FunctionCounter.builder("vientro.due.raised", worker, w -> w.raised(what))
          .description("what this process raised, or found raised when it asked")
          .tag("what", what.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    FunctionCounter.builder("vientro.due.refused", worker, w -> w.refused())
        .description("how often there was nothing to raise")
        .register(registry);
    FunctionCounter.builder("vientro.due.failed", worker, w -> w.failed())
        .description("how often a dossier could not raise what has fallen due")
        .register(registry);
  }

  /** Not a number while the store does not answer. */
  static double lag(DueIndexProcessor processor, LogEnd end) {
    try {
      return Math.max(0, end.known() - 1 - processor.position());
    } catch (MongoException e) {
      return Double.NaN;
    }
  }
}
