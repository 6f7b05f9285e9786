package io.vientro.core.act;

import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.util.Optional;

/** What must hold of every act, whatever command it stands in. */
public final class ActRules {
  private ActRules() {}

  /**
   * The record says for whom somebody acts, and only where it is somebody else; a paper it names is
   * not of tomorrow.
   *
   * @return the refusal, with its field under {@code act}, or empty if the act is sound
   */
  public static Optional<Rejection> refusal(Act act, DecisionContext context) {
    var named = act.onBehalfOf() != null;
    var onBehalf = act.capacity() == Capacity.ON_BEHALF;
    if (onBehalf && !named) {
      return Optional.of(Rejection.of(RejectionCode.ACT_NAMES_NOBODY).at("act.onBehalfOf"));
    }
    if (!onBehalf && named) {
      return Optional.of(Rejection.of(RejectionCode.ACT_NAMES_SOMEBODY).at("act.onBehalfOf"));
    }
    var document = act.document();
    return document != null && document.date().isAfter(context.today())
        ? Optional.of(
            Rejection.of(RejectionCode.DATE_IN_FUTURE)
                .at("act.document.date")
                .with("date", document.date())
                .with("today", context.today()))
        : Optional.empty();
  }
}
