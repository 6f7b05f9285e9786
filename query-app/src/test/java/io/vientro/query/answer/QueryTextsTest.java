package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.Explanation;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the query side stands in both languages, and no value is without one. */
class QueryTextsTest {
  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "io.vientro.query.texts",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void both_languages_have_the_same_texts_with_the_same_places() {
    var en = bundle(Locale.ROOT);
    var vi = bundle(Locale.of("vi"));
    assertThat(vi.keySet()).isEqualTo(en.keySet());
    for (var key : en.keySet()) {
      assertThat(en.getString(key)).as(key).isNotBlank();
      assertThat(vi.getString(key)).as(key).isNotBlank();
      for (var place : List.of("{0}", "{1}", "{2}")) {
        assertThat(vi.getString(key).contains(place))
            .as(key + " " + place)
            .isEqualTo(en.getString(key).contains(place));
      }
    }
  }

  static Stream<Enum<?>> own() {
    return Stream.of(
            Urgency.values(),
            DutyStanding.values(),
            Truth.values(),
            RulePack.Confidence.values(),
            RulePack.Start.values(),
            RulePack.OnSupplement.values(),
            RulePack.Recurrence.values(),
            RulePack.ParameterKind.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("own")
  void every_value_has_words(Enum<?> value) {
    assertThat(Worded.ofOwn(value).vi()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_step_of_a_count_has_words(Explanation.Kind kind) {
    assertThat(Texts.of("step." + kind.name()).vi()).isNotBlank();
  }

  static Stream<Explanation.Kind> kinds() {
    return Stream.of(Explanation.Kind.values());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void every_field_of_a_condition_and_every_value_of_it_has_words(Field field) {
    assertThat(Texts.of("Field." + field.name()).vi()).isNotBlank();
    assertThat(field.domain())
        .allSatisfy(
            value -> {
              assertThat(ConditionWords.value(field, value).vi()).isNotBlank();
              assertThat(ConditionWords.value(field, value).en()).isNotBlank();
            });
  }

  static Stream<Field> fields() {
    return Stream.of(Field.values());
  }
}
