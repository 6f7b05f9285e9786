package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Approves the adjustment that is asked for (Art. 16).
 *
 * @param decidedOn date of the decision
 * @param content the decision as it now reads, in full (Art. 11.1)
 */
public record ApproveAdjustment(LocalDate decidedOn, DecisionContent content, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return decidedOn;
  }
}
