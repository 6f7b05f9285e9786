package io.vientro.query.web;

import io.vientro.query.processor.Processors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a view does not follow the log: a processor stands before an event, or the log itself
 * cannot be read or trusted.
 */
public final class ReadModelsHealth implements HealthIndicator {
  private final Processors processors;

  public ReadModelsHealth(Processors processors) {
    this.processors = processors;
  }

  @Override
  public Health health() {
    var tail = processors.tail();
    var statuses = processors.statuses();
    var follows = statuses.stream().allMatch(s -> s.running() && s.trouble() == null);
    var health =
        follows && tail.failure().isEmpty() && tail.trouble().isEmpty()
            ? Health.up()
            : Health.down();
    tail.failure()
        .ifPresent(
            failure ->
                health
                    .withDetail("log", "cannot be trusted any more")
                    .withDetail("corruptedAt", failure.position()));
    tail.trouble().ifPresent(_ -> health.withDetail("log", "cannot be read just now"));
    statuses.forEach(status -> health.withDetail(status.view(), status));
    return health.withDetail("nextPosition", processors.head()).build();
  }
}
