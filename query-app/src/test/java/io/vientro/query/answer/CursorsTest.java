package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.http.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorsTest {
  private static final String CURSOR = Cursors.write("question", "7ffffffffffffff0-dossier-đ");

  @Test
  void a_cursor_gives_back_its_place() {
    assertThat(Cursors.read("question", CURSOR)).isEqualTo("7ffffffffffffff0-dossier-đ");
    assertThat(Cursors.read("question", null)).isNull();
  }

  static Stream<String> bad() {
    return Stream.of(
        "",
        "x",
        "not base64!",
        "AAAA",
        CURSOR.substring(1),
        CURSOR + "A",
        CURSOR + "=",
        CURSOR.substring(0, CURSOR.length() - 2),
        "A".repeat(2000),
        Cursors.write("another question", "7ffffffffffffff0-dossier-đ"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void anything_else_is_refused(String cursor) {
    assertThatThrownBy(() -> Cursors.read("question", cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type().status()).isEqualTo(400);
              assertThat(e.field()).isEqualTo("cursor");
            });
  }

  @Test
  void each_changed_character_is_noticed() {
    for (var i = 0; i < CURSOR.length(); i++) {
      var changed = new StringBuilder(CURSOR);
      changed.setCharAt(i, CURSOR.charAt(i) == 'x' ? 'y' : 'x');
      assertThatThrownBy(() -> Cursors.read("question", changed.toString()))
          .isInstanceOf(ProblemException.class);
    }
  }
}
