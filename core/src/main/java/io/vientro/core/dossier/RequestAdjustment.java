package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an adjustment of the approved aid (điều chỉnh, Art. 16).
 *
 * @param requestedOn business date
 * @param parts parts of the decision that change (Art. 11.1); empty if none does
 * @param aid the facts as they would stand, or null if none of them changes
 * @param reason why
 */
public record RequestAdjustment(
    LocalDate requestedOn,
    @Nullable Set<DecisionPart> parts,
    @Nullable AidFacts aid,
    String reason,
    Act act)
    implements LifeCommand {
  public RequestAdjustment {
    parts = Copies.setOrEmpty(parts);
  }

  @Override
  public LocalDate on() {
    return requestedOn;
  }
}
