package io.vientro.command;

import io.vientro.core.decision.Decision;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What all aggregates here have in common. */
final class Housing {
  private Housing() {}

  /**
   * @throws StaleStateException if the client has seen another state
   */
  static void requireSeen(Origin origin, boolean exists) {
    var expected = origin.expectedSequence();
    if (expected != null && (!exists || AggregateLifecycle.getVersion() != expected)) {
      throw new StaleStateException();
    }
  }

  /**
   * The events of a decision.
   *
   * @throws RejectedException if a rule said no
   */
  static <E> List<E> accepted(Decision<E> decision) {
    return switch (decision) {
      case Decision.Accepted<E> accepted -> accepted.events();
      case Decision.Rejected<E> rejected -> throw new RejectedException(rejected.rejection());
    };
  }
}
