package io.vientro.query.answer;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.Checklist.Standing;
import io.vientro.core.rules.Bilingual;
import java.util.Locale;
import java.util.ResourceBundle;

/** The query side's own words, in both languages. */
public final class Texts {
  private static final String BUNDLE = "io.vientro.query.texts";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /**
   * @throws java.util.MissingResourceException if there is none, which a test rules out
   */
  public static Bilingual of(String key) {
    return new Bilingual(text(key, Locale.of("vi")), text(key, Locale.ROOT));
  }

  /** As {@link #of(String)}, with values in the places {@code {0}}, {@code {1}} and so on. */
  static Bilingual of(String key, String... values) {
    var text = of(key);
    var vi = text.vi();
    var en = text.en();
    for (var i = 0; i < values.length; i++) {
      vi = vi.replace("{" + i + "}", values[i]);
      en = en.replace("{" + i + "}", values[i]);
    }
    return new Bilingual(vi, en);
  }

  /** Why an entry of the checklist stands as it does. */
  static Bilingual why(Standing standing, LegalBasis basis) {
    var text = of("why." + standing.name());
    return new Bilingual(
        text.vi().replace("{0}", basis.act() + " Điều " + basis.article()),
        text.en().replace("{0}", basis.act() + " Art. " + basis.article()));
  }

  private static String text(String key, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
  }
}
