package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void withoutOptionsEverythingIsMeasuredInFull() {
    Request request = Request.of(new String[] {"."});
    assertThat(request.stages()).containsExactlyInAnyOrderElementsOf(Request.STAGES);
    assertThat(request.scale()).isEqualTo(Scale.full());
    assertThat(request.command()).isEqualTo("./vientro bench log");
  }

  @Test
  void onlyAWholeRunIsRecorded() {
    assertThatThrownBy(() -> Request.of(new String[] {".", "--record", "--quick"}))
        .hasMessageContaining("whole run");
    assertThatThrownBy(() -> Request.of(new String[] {".", "--record", "--only", "tail"}))
        .hasMessageContaining("whole run");
    assertThat(Request.of(new String[] {".", "--record"}).record()).isTrue();
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> Request.of(new String[] {".", "--only", "tail,nonsense"}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Request.of(new String[] {".", "--fast"}))
        .hasMessageContaining("--fast");
  }
}
