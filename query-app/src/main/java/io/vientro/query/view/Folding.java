package io.vientro.query.view;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as people type it when they search: lower case, without accents, whether the source is
 * composed (NFC) or decomposed (NFD), and with {@code đ} as {@code d}, which no Unicode
 * decomposition gives.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /** The folded text; words and what is between them stay. */
  public static String fold(String text) {
    var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
  }

  /** The words of a text, folded, each once, in order. */
  public static List<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(fold(text)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
