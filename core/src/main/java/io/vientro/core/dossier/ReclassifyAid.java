package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import java.time.LocalDate;

/**
 * Corrects the facts on which authority and receiver turn, before the decision: for example the
 * police find a security matter (E11). Where another agency becomes the receiver (Art. 8.6), the
 * first one's clocks are closed and the next one's open.
 *
 * @param aid all facts as they now stand
 * @param reason why
 * @param legalBasis on which provision, in words
 * @param reclassifiedOn business date
 */
public record ReclassifyAid(
    AidFacts aid, String reason, String legalBasis, LocalDate reclassifiedOn, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return reclassifiedOn;
  }
}
