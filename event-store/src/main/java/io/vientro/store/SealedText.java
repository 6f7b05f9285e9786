package io.vientro.store;

import io.vientro.store.Sealing.Place;

/**
 * A sealed personal value as one text, for read models: {@code sealed:KEY|TYPE|PATH|BASE64}. It
 * carries the place it was sealed at, without which it cannot be opened, so it may be copied
 * anywhere.
 */
public final class SealedText {
  /** What every sealed text begins with. */
  public static final String PREFIX = "sealed:";

  /** What is left of a value that was erased before it was written. */
  public static final String ERASED = "sealed:erased";

  private SealedText() {}

  public static boolean is(String text) {
    return text.startsWith(PREFIX);
  }

  static String of(Place place, String base64) {
    return PREFIX + place.keyId() + '|' + place.type() + '|' + place.path() + '|' + base64;
  }

  /**
   * @throws SealingException if it is not of this form
   */
  static Parts parts(String text) {
    // From the end: only the key's id could hold the separator.
    var value = text.lastIndexOf('|');
    var path = text.lastIndexOf('|', value - 1);
    var type = text.lastIndexOf('|', path - 1);
    if (!is(text) || type < 0) {
      throw new SealingException("not a sealed text");
    }
    return new Parts(
        new Place(
            text.substring(PREFIX.length(), type),
            text.substring(type + 1, path),
            text.substring(path + 1, value)),
        text.substring(value + 1));
  }

  record Parts(Place place, String base64) {}
}
