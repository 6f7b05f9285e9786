package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log is for is settled by its first event, whoever starts on it later. */
class LogModeJourneyTest {
  @TempDir private Path folder;

  @Test
  void a_start_against_what_the_log_is_for_is_refused_in_one_line() throws IOException {
    int port = VientroProcess.freePort();
    try (var office = Office.open(folder);
        var _ = office.start("command-app", port)) {
      var live = office.environment(VientroProcess.freePort());
      live.remove("VIENTRO_LOG_MODE");

      try (var refused = VientroProcess.run("command-app", List.of(), live, List.of())) {
        assertThat(refused.join()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
            .contains("the log is TRAINING and stays so")
            .doesNotContain("\tat ");
      }
    }
  }
}
