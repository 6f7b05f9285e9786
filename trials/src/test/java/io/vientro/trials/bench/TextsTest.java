package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class TextsTest {
  private final Texts texts = new Texts(1);

  @Test
  void everyTextIsJsonOfExactlyTheLengthPromised() {
    LongStream.range(0, 500)
        .forEach(
            n -> {
              assertThat(bytes(texts.payload(n))).isEqualTo(400);
              assertThat(bytes(texts.metadata(n))).isEqualTo(120);
              assertThat(new ObjectMapper().readTree(texts.payload(n)).isObject()).isTrue();
            });
  }

  @Test
  void textsDifferFromEachOther() {
    assertThat(LongStream.range(0, 500).mapToObj(texts::payload)).doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedGivesTheSameTexts() {
    assertThat(new Texts(1).payload(17)).isEqualTo(texts.payload(17));
    assertThat(new Texts(2).payload(17)).isNotEqualTo(texts.payload(17));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
