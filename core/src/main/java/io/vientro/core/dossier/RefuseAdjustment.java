package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Refuses the adjustment that is asked for (Art. 16); the decision stays as it is.
 *
 * @param decidedOn date of the decision
 * @param reason why
 * @param legalBasis on which provision, in words
 */
public record RefuseAdjustment(LocalDate decidedOn, String reason, String legalBasis, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return decidedOn;
  }
}
