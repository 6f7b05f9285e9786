package io.vientro.query.web;

import io.vientro.http.problem.BothTexts;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemType;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.query.answer.Texts;
import io.vientro.query.processor.Processors;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets a query wait, briefly, until a view has read what its asker wrote. */
final class ReadPositions {
  static final String PARAMETER = "at-least-position";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String BEHIND = "read-model-behind";

  private final Processors processors;
  private final Duration patience;
  private final ProblemType behind;

  /**
   * @param patience how long a query waits at most
   */
  ReadPositions(Processors processors, Duration patience) {
    this.processors = processors;
    this.patience = patience;
    var title = Texts.of(BEHIND);
    this.behind = new ProblemType(BEHIND, 503, new BothTexts(title.vi(), title.en()));
  }

  /**
   * The position up to which a view has read.
   *
   * @param atLeast how far it must have read; null if it does not matter
   * @throws ProblemException 503 {@code read-model-behind} if it does not get there in time, 400
   *     for a negative position
   */
  long of(String view, @Nullable Long atLeast) {
    if (atLeast == null) {
      return processors.position(view);
    }
    if (atLeast < 0) {
      throw ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField(PARAMETER);
    }
    try {
      var position = processors.await(view, atLeast, patience);
      if (position >= atLeast) {
        return position;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.of(behind).withRetryAfter(RETRY_AFTER);
  }
}
