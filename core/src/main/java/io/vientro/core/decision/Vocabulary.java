package io.vientro.core.decision;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words that officials read for the values of the closed vocabularies: states, roles,
 * capacities, commands and the like. The bundle {@code io.vientro.core.vocabulary} has one for each
 * in both languages.
 */
public final class Vocabulary {
  private static final String BUNDLE = "io.vientro.core.vocabulary";

  private Vocabulary() {}

  /**
   * The word for a value.
   *
   * @param locale Vietnamese or English; any other language reads English
   * @throws MissingResourceException if the value has no word, which a test rules out
   */
  public static String text(Enum<?> value, Locale locale) {
    return bundle(BUNDLE, locale).getString(key(value));
  }

  /**
   * The words for the defect of a gap in a dossier.
   *
   * @param defect stable code, for example {@code not-certified}
   * @throws MissingResourceException if there is no such defect
   */
  public static String defect(String defect, Locale locale) {
    return bundle(BUNDLE, locale).getString("defect." + defect);
  }

  /** The key of a value: its type without the package, then its name. */
  static String key(Enum<?> value) {
    var type = value.getDeclaringClass();
    var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    return name + "." + value.name();
  }

  static ResourceBundle bundle(String name, Locale locale) {
    var language = locale.getLanguage().equals("vi") ? Locale.of("vi") : Locale.ROOT;
    return ResourceBundle.getBundle(
        name,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
