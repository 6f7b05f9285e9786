package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Waives a duty, with reason and basis: nobody owes it any more.
 *
 * @param limit id of the limit
 * @param segment its segment, or null for the one that runs
 * @param reason why
 * @param legalBasis on which provision, in words
 * @param waivedOn business date
 */
public record WaiveDuty(
    String limit,
    @Nullable Integer segment,
    String reason,
    String legalBasis,
    LocalDate waivedOn,
    Act act)
    implements LedgerCommand {
  @Override
  public LocalDate on() {
    return waivedOn;
  }
}
