package io.vientro.log;

/**
 * Refuses text that has no UTF-8 form: encoders replace a lone surrogate silently, so what is read
 * would not be what was given.
 */
final class WellFormed {
  private WellFormed() {}

  static void require(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        throw new IllegalArgumentException(what + " has a lone surrogate at " + i);
      }
    }
  }
}
