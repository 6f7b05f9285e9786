package io.vientro.http.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** The bundles of this module; English is the root. */
final class Texts {
  private static final String BUNDLE = "io.vientro.http.problems";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  static boolean has(String key) {
    return bundle(Locale.ROOT).containsKey(key);
  }

  /**
   * The text under a key with {@code {0}}, {@code {1}} … replaced; a value may itself be a text in
   * both languages.
   */
  static BothTexts both(String key, Object... values) {
    return new BothTexts(
        fill(Language.VI, bundle(Locale.of("vi")).getString(key), values),
        fill(Language.EN, bundle(Locale.ROOT).getString(key), values));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  // Not MessageFormat: an apostrophe in a text must stay one.
  private static String fill(Language language, String text, Object... values) {
    var filled = text;
    for (var i = 0; i < values.length; i++) {
      var value =
          values[i] instanceof BothTexts both ? both.in(language) : String.valueOf(values[i]);
      filled = filled.replace("{" + i + "}", value);
    }
    return filled;
  }
}
