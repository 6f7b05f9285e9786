package io.vientro.command.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.app.StartRefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class DueSettingsTest {
  @Test
  void theWorkerLooksEachSecondUnlessADeploymentSaysOtherwise() {
    assertThat(DueSettings.of(new MockEnvironment()))
        .isEqualTo(new DueSettings(true, Duration.ofSeconds(1)));
    var environment =
        new MockEnvironment()
            .withProperty("vientro.due-worker", "off")
            .withProperty("vientro.due-poll-millis", "250");
    assertThat(DueSettings.of(environment))
        .isEqualTo(new DueSettings(false, Duration.ofMillis(250)));
  }

  @ParameterizedTest
  @CsvSource({
    "vientro.due-worker, true, VIENTRO_DUE_WORKER",
    "vientro.due-worker, '', VIENTRO_DUE_WORKER",
    "vientro.due-poll-millis, 1s, VIENTRO_DUE_POLL_MILLIS",
    "vientro.due-poll-millis, 5, VIENTRO_DUE_POLL_MILLIS",
    "vientro.due-poll-millis, -100, VIENTRO_DUE_POLL_MILLIS",
  })
  void anythingElseIsRefusedByName(String name, String value, String named) {
    assertThatThrownBy(() -> DueSettings.of(new MockEnvironment().withProperty(name, value)))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(named);
  }
}
