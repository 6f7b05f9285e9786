package io.vientro.http.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two languages of every text. Officials read Vietnamese, so that is what they get unless they
 * ask for English.
 */
public enum Language {
  VI(Locale.of("vi")),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * What an Accept-Language header asks for; Vietnamese if it is absent, malformed or asks for
   * neither.
   */
  public static Language accepted(@Nullable String header) {
    // A header of thousands of ranges is nobody's browser.
    if (header == null || header.length() > 200) {
      return VI;
    }
    try {
      for (var range : Locale.LanguageRange.parse(header)) {
        var wanted = range.getRange();
        if (range.getWeight() == 0) {
          continue;
        }
        if (wanted.equals("vi") || wanted.startsWith("vi-")) {
          return VI;
        }
        if (wanted.equals("en") || wanted.startsWith("en-")) {
          return EN;
        }
      }
    } catch (IllegalArgumentException malformed) {
      return VI;
    }
    return VI;
  }
}
