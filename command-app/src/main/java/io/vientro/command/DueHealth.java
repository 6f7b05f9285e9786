package io.vientro.command;

import io.vientro.app.LogEnd;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while this process is to keep the index of what falls due and cannot. */
final class DueHealth implements HealthIndicator {
  private final DueDuties duties;
  private final LogEnd end;

  DueHealth(DueDuties duties, LogEnd end) {
    this.duties = duties;
    this.end = end;
  }

  @Override
  public Health health() {
    var processor = duties.processor();
    var worker = duties.worker();
    if (processor == null || worker == null) {
      return Health.up().withDetail("worker", "off").build();
    }
    var trouble = processor.trouble();
    var health = processor.running() && trouble == null ? Health.up() : Health.down();
    if (trouble != null) {
      health.withDetail("trouble", trouble);
    }
    return health
        .withDetail("worker", "on")
        .withDetail("keepsIndex", processor.claimed())
        .withDetail("indexLag", DueMetrics.lag(processor, end))
        .withDetail("oldestWaitsSeconds", worker.oldestWaits().toSeconds())
        .withDetail("failed", worker.failed())
        .build();
  }
}
