package io.vientro.http.response;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entity tag of an aggregate's state: its sequence, strong. */
public final class ETags {
  // One digit is the least, and no leading zeros: one state has one tag.
  private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  private ETags() {}

  /** {@code 7} becomes {@code "7"}, quotes included. */
  public static String of(long sequence) {
    return '"' + Long.toString(sequence) + '"';
  }

  /** The sequence in a strong tag, or null if the text is not one of ours. */
  public static @Nullable Long sequence(String tag) {
    var match = STRONG.matcher(tag);
    return match.matches() ? Long.valueOf(match.group(1)) : null;
  }
}
