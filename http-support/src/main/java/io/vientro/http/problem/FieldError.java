package io.vientro.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field.
 *
 * @param code stable, kebab-case
 * @param field dotted path ({@code documents[2].kind}), or null where the whole body is meant
 * @param message for people, in the language asked for
 * @param messages the same in both languages
 */
public record FieldError(String code, @Nullable String field, String message, BothTexts messages) {

  /** An error whose text is in the bundle under {@code field.CODE}. */
  public static FieldError of(String code, @Nullable String field, Object... values) {
    var texts = Texts.both("field." + code, values);
    return new FieldError(code, field == null || field.isEmpty() ? null : field, texts.vi(), texts);
  }

  /**
   * A value of another JSON type than the {@code expected} one, a key under {@code type.} in the
   * bundle.
   */
  public static FieldError wrongType(@Nullable String field, String expected) {
    return of("wrong-type", field, Texts.both("type." + expected));
  }

  FieldError in(Language language) {
    return new FieldError(code, field, messages.in(language), messages);
  }
}
