package io.vientro.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A personal value (dữ liệu cá nhân): a person's name, passport, phone, e-mail or address. It has
 * its own type so that the codec can seal it, and so that no log line, URL or file name ever shows
 * it by accident: {@link #toString()} does not.
 *
 * @param value the text, or null once the key of its subject has been destroyed
 */
public record Personal(@Nullable String value) {

  /** What is left of a value whose key was destroyed. */
  public static final Personal ERASED = new Personal(null);

  public static Personal of(String value) {
    return new Personal(value);
  }

  public boolean erased() {
    return value == null;
  }

  @Override
  public String toString() {
    return erased() ? "Personal[erased]" : "Personal[…]";
  }
}
