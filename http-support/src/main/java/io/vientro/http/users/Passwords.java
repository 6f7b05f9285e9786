package io.vientro.http.users;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The slow hash. The cost is part of each hash, so that it can be raised without touching the
 * accounts there are.
 */
public final class Passwords {
  /** About a tenth of a second on a small server. */
  public static final int DEFAULT_COST = 11;

  public static final int SHORTEST = 12;

  /**
   * The password of all sample accounts. It stands in the README and on the screen of whoever
   * starts a training log, so it opens nothing in a LIVE one.
   */
  public static final String TRAINING = "vientro-training";

  // bcrypt looks no further; a longer password would silently be a shorter one.
  private static final int MOST_BYTES = 72;

  private final BCryptPasswordEncoder encoder;
  private final int cost;

  /**
   * @param cost of new hashes, 4 (tests only) to 31; each step doubles the time
   */
  public Passwords(int cost) {
    this.cost = cost;
    this.encoder = new BCryptPasswordEncoder(cost);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the password
   */
  public String hash(String name, String password) {
    var normal = normal(password);
    if (normal.codePointCount(0, normal.length()) < SHORTEST) {
      throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters");
    }
    if (!hashable(normal)) {
      throw new IllegalArgumentException(
          "a password has at most " + MOST_BYTES + " bytes in UTF-8 and no control characters");
    }
    if (normal.codePoints().distinct().count() < 5 || normal.equalsIgnoreCase(name)) {
      throw new IllegalArgumentException("this password is too easy to guess");
    }
    return encoder.encode(normal);
  }

  /** Takes as long for a password that can never be right as for any other. */
  boolean matches(String password, String hash) {
    var normal = normal(password);
    var possible = hashable(normal) && !normal.isEmpty();
    return encoder.matches(possible ? normal : "-", hash) && possible;
  }

  /**
   * A well-formed hash that no password is known for, as slow as {@code like} or, without one, as
   * new hashes are.
   */
  String nobodys(String like) {
    var prefix = like.isEmpty() ? "$2a$%02d$".formatted(cost) : like.substring(0, 7);
    return prefix + "N0b0dyHasThisPassw0rdXXuXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX".substring(0, 53);
  }

  // The same Vietnamese letters can be typed as one character or as several.
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private static boolean hashable(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && password.chars().noneMatch(Character::isISOControl);
  }
}
