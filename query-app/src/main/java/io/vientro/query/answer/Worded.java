package io.vientro.query.answer;

import io.vientro.core.decision.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stable code with the words that officials read for it.
 *
 * @param code stable
 * @param vi in Vietnamese
 * @param en in English
 */
public record Worded(String code, String vi, String en) {
  static final Locale VIETNAMESE = Locale.of("vi");

  static Worded of(Enum<?> value) {
    return new Worded(
        value.name(), Vocabulary.text(value, VIETNAMESE), Vocabulary.text(value, Locale.ENGLISH));
  }

  /** A value of this side's own, whose words are among {@link Texts}. */
  static Worded ofOwn(Enum<?> value) {
    var text = Texts.of(value.getDeclaringClass().getSimpleName() + "." + value.name());
    return new Worded(value.name(), text.vi(), text.en());
  }

  static @Nullable Worded ofNullable(@Nullable Enum<?> value) {
    return value == null ? null : of(value);
  }

  static Worded ofDefect(String defect) {
    return new Worded(
        defect, Vocabulary.defect(defect, VIETNAMESE), Vocabulary.defect(defect, Locale.ENGLISH));
  }
}
