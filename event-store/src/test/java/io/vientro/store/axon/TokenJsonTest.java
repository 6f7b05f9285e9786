package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenJsonTest {
  private final TokenJson json = new TokenJson();

  static Stream<TrackingToken> tokens() {
    var one = new GlobalSequenceTrackingToken(1);
    var seven = new GlobalSequenceTrackingToken(7);
    var start = new GlobalSequenceTrackingToken(-1);
    return Stream.of(
        one,
        start,
        new GlobalSequenceTrackingToken(Long.MAX_VALUE),
        ReplayToken.createReplayToken(seven),
        ReplayToken.createReplayToken(seven, start),
        ReplayToken.createReplayToken(seven, one, "rebuild 2"),
        new MergedTrackingToken(one, seven),
        new MergedTrackingToken(ReplayToken.createReplayToken(seven, one), seven),
        ReplayToken.createReplayToken(new MergedTrackingToken(one, seven), start));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void a_token_reads_back_as_it_was_written(TrackingToken token) {
    var read = json.read(json.write(token));
    assertThat(read).isEqualTo(token);
    assertThat(ReplayToken.isReplay(read)).isEqualTo(ReplayToken.isReplay(token));
    assertThat(ReplayToken.replayContext(read, String.class))
        .isEqualTo(ReplayToken.replayContext(token, String.class));
  }

  @Test
  void the_text_names_no_java_class() {
    var seven = new GlobalSequenceTrackingToken(7);
    assertThat(json.write(ReplayToken.createReplayToken(seven, null, "x")))
        .isEqualTo("{\"reset\":{\"position\":7},\"current\":null,\"context\":\"x\"}");
  }

  @Test
  void a_token_of_another_store_is_refused() {
    assertThatThrownBy(() -> json.write(new MultiSourceTrackingToken(java.util.Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                json.write(
                    ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7), null, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"positions\":1}"})
  void a_text_that_is_no_token_is_refused(String text) {
    assertThatThrownBy(() -> json.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
