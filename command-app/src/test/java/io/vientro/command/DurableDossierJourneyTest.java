package io.vientro.command;

import io.vientro.core.log.LogMode;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class DurableDossierJourneyTest extends DossierJourneyContract {
  private static @Nullable CommandSide started;

  @TempDir private static Path folder = Path.of("");

  @Override
  CommandSide side() {
    if (started == null) {
      started =
          CommandSide.over(
              DurableAcceptanceTest.uriOrAbort(),
              folder,
              LogMode.TRAINING,
              "--vientro.database=journey_" + UUID.randomUUID().toString().substring(0, 8));
    }
    return started;
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.database().drop();
      started.close();
    }
  }
}
