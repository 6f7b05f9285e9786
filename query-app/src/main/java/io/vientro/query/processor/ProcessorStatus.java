package io.vientro.query.processor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a view's processor fares, as this process sees it.
 *
 * @param view name of the view
 * @param processor name of the processor: the view with its version
 * @param running whether it runs in this process
 * @param claimed whether this process does the work; with several processes only one does
 * @param position last position in the view, -1 for none
 * @param lag how many events of the log are not in it yet
 * @param deadLetters how many events wait in its dead-letter queue, as of a second ago
 * @param trouble what holds it up; null if nothing does
 */
public record ProcessorStatus(
    String view,
    String processor,
    boolean running,
    boolean claimed,
    long position,
    long lag,
    long deadLetters,
    @Nullable Trouble trouble) {

  /**
   * What holds a processor up.
   *
   * @param position of the event it stays before
   * @param reason kind of failure; never a value of the event
   * @param since when it failed first, UTC; null if not known
   */
  public record Trouble(long position, String reason, @Nullable Instant since) {}
}
