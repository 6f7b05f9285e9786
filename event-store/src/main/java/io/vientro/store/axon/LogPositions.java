package io.vientro.store.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Between Axon's tokens, which name the last position seen, and the log's positions. */
final class LogPositions {
  private LogPositions() {}

  /**
   * The first position that a reader with this token still wants.
   *
   * @param token null for a reader that starts; a replay or a merge is read from its lower bound
   * @throws IllegalArgumentException if it is a token of another kind of store
   */
  static long after(@Nullable TrackingToken token) {
    var bare = token == null ? null : WrappedToken.unwrapLowerBound(token);
    return switch (bare) {
      case null -> 0;
      case GlobalSequenceTrackingToken position -> position.getGlobalIndex() + 1;
      default -> throw new IllegalArgumentException("not a token of this log: " + bare);
    };
  }

  /** The position of the event that was read with this token, also while it is replayed. */
  static long of(TrackingToken token) {
    return after(token) - 1;
  }

  static TrackingToken before(long position) {
    return new GlobalSequenceTrackingToken(position - 1);
  }
}
