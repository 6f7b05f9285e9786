package io.vientro.query.web;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.query.view.Folding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parameters of a query must be like; anything else is refused, never guessed or cut. */
final class Parameters {
  /** What the description of the API says of {@code limit}. */
  static final String LINES = "lines on a page, 1 to 200";

  /** What it says of {@code cursor}. */
  static final String CURSOR = "nextCursor of the page before";

  /** What it says of {@link ReadPositions#PARAMETER}. */
  static final String AT_LEAST = "waits, briefly, until the view has read this position of the log";

  /** What it says of {@code text}. */
  static final String TEXT =
      "words, or beginnings of words, in code, title, provider or recipient; accents and case do"
          + " not matter";

  private static final int MOST = 200;
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 10;

  private Parameters() {}

  /**
   * @throws ProblemException 400 if it is not within 1 and 200
   */
  static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw invalid("limit");
    }
    return limit;
  }

  /**
   * @throws ProblemException 400 if it is empty or too long
   */
  static @Nullable String text(String name, @Nullable String value) {
    if (value != null && (value.isBlank() || value.length() > LONGEST)) {
      throw invalid(name);
    }
    return value;
  }

  /**
   * @throws ProblemException 400 if there is no word in it, or too many
   */
  static @Nullable String words(String name, @Nullable String value) {
    if (value != null) {
      List<String> words = Folding.words(String.valueOf(text(name, value)));
      if (words.isEmpty() || words.size() > MOST_WORDS) {
        throw invalid(name);
      }
    }
    return value;
  }

  static ProblemException invalid(String name) {
    return ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField(name);
  }
}
