package io.vientro.query.answer;

import io.vientro.core.Digests;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, as an opaque text: the place of the last line, bound to the question that
 * was asked, so that a cursor cannot be used for another one by mistake. It is a place and no
 * permission: what may be read is asked anew each time.
 */
final class Cursors {
  private static final int CHECK = 12;
  private static final int LONGEST = 1000;

  private Cursors() {}

  /**
   * @param question everything that selects and orders the list
   */
  static String write(String question, String place) {
    var text = check(question, place) + place;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the place; null if there is no cursor
   * @throws ProblemException 400 if it is none of ours or belongs to another question
   */
  static @Nullable String read(String question, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      if (cursor.length() <= LONGEST) {
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (text.length() > CHECK) {
          var place = text.substring(CHECK);
          if (text.startsWith(check(question, place)) && write(question, place).equals(cursor)) {
            return place;
          }
        }
      }
    } catch (IllegalArgumentException e) {
      // Not even Base64.
    }
    throw ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField("cursor");
  }

  private static String check(String question, String place) {
    return Digests.sha256(question + '\n' + place).substring(0, CHECK);
  }
}
