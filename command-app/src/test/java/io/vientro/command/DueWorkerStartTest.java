package io.vientro.command;

import static io.vientro.command.CommandSide.NOW;
import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.command.due.DueStore;
import io.vientro.log.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it, as a process runs it: log, index, worker, log. */
class DueWorkerStartTest {
  private static final String EXPIRED = "time-limit.expired";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private static CommandSide start(Path folder) {
    return CommandSide.training(folder, "--vientro.due-worker=on", "--vientro.due-poll-millis=200");
  }

  private static void await(BooleanSupplier there) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean() && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(there.getAsBoolean()).isTrue();
  }

  private static List<StoredEvent> expired(CommandSide side) {
    return side.events(0).stream().filter(it -> it.event().type().equals(EXPIRED)).toList();
  }

  @Test
  void whatFallsDueIsRaisedByItselfAndNotAgainAfterARestart() {
    String dossier;
    var later = NOW.plus(Duration.ofDays(10));
    try (var side = start(folder)) {
      var filed = side.post("reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY));
      assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
      dossier = filed.text("id");
      var index = new DueStore(side.database());
      // Three working days after Monday, 16 June, by the pack.
      await(() -> index.due(later, null, 10).size() == 1);
      assertThat(expired(side)).isEmpty();
      var health = side.get("/actuator/health");
      assertThat(health.status()).isEqualTo(200);
      side.clock().moveTo(later);
      await(() -> !expired(side).isEmpty());
      await(() -> index.due(later, null, 10).isEmpty());
      assertThat(side.context.getBean(DueHealth.class).health().getDetails())
          .containsEntry("keepsIndex", true)
          .containsEntry("oldestWaitsSeconds", 0L);
    }
    try (var side = start(folder)) {
      side.clock().moveTo(later);
      var duties = side.context.getBean(DueDuties.class);
      assertThat(duties.await(side.log().nextPosition() - 1, PATIENCE)).isTrue();
      assertThat(expired(side))
          .singleElement()
          .satisfies(it -> assertThat(it.event().aggregate()).isEqualTo(dossier));
      assertThat(new DueStore(side.database()).due(later, null, 10)).isEmpty();
    }
  }

  @Test
  void switchedOffNothingIsKeptAndNothingRaised() {
    try (var side = CommandSide.training(folder)) {
      side.post("reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY));
      side.clock().moveTo(NOW.plus(Duration.ofDays(10)));
      var duties = side.context.getBean(DueDuties.class);
      assertThat(duties.await(0, Duration.ZERO)).isFalse();
      assertThat(side.context.getBean(DueHealth.class).health().getDetails())
          .containsExactly(Map.entry("worker", "off"));
      assertThat(new DueStore(side.database()).due(NOW.plus(Duration.ofDays(99)), null, 1))
          .isEmpty();
      assertThat(expired(side)).isEmpty();
    }
  }
}
