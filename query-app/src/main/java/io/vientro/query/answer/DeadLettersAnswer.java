package io.vientro.query.answer;

import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that a view is behind for, since it could not take one of their events.
 *
 * @param nextCursor where the list goes on; null if it does not
 */
public record DeadLettersAnswer(List<Item> items, @Nullable String nextCursor, LogMode logMode) {

  /**
   * One aggregate in one view.
   *
   * @param view name of the view with its version
   * @param aggregate id of the aggregate, mostly a dossier
   * @param position of the event that could not be taken: the view shows the state before it
   * @param waiting how many events wait, that one among them
   * @param since when it could not be taken for the first time, UTC
   * @param triedAt when it was tried last, UTC
   * @param cause kind of failure, for whoever repairs it; null before the first try
   * @param text what it means for whoever reads the view
   */
  public record Item(
      String view,
      String aggregate,
      long position,
      int waiting,
      Instant since,
      Instant triedAt,
      @Nullable String cause,
      Bilingual text) {}
}
