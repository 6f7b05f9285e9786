package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Revokes the approval (thu hồi quyết định, Art. 4.7): discretionary; the provider is to be told
 * (E27, E28).
 *
 * @param revokedOn date of the decision
 * @param reason why
 * @param legalBasis on which provision, in words
 */
public record RevokeAid(LocalDate revokedOn, String reason, String legalBasis, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return revokedOn;
  }
}
