package io.vientro.query.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vientro.query.processor.Processors;

/** Position, lag and dead letters of each view as gauges, in events. */
public final class ProcessorMetrics implements MeterBinder {
  private final Processors processors;

  public ProcessorMetrics(Processors processors) {
    this.processors = processors;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var view : processors.views()) {
      Gauge.builder("vientro.processor.position", processors, p -> p.position(view))
          .description("last position of the log in the view")
          .tag("view", view)
          .register(registry);
      Gauge.builder("vientro.processor.lag", processors, p -> p.status(view).lag())
          .description("events of the log that are not in the view yet")
          .tag("view", view)
          .register(registry);
      Gauge.builder("vientro.processor.dead.letters", processors, p -> p.status(view).deadLetters())
          .description("events that the view could not take, and those that wait behind them")
          .tag("view", view)
          .register(registry);
    }
    Gauge.builder("vientro.log.next.position", processors, Processors::head)
        .description("the position that the next event will take")
        .register(registry);
  }
}
