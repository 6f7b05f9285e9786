package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Records a disbursement (giải ngân) of the approved aid (Art. 14.4).
 *
 * @param disbursedOn business date
 * @param amounts what was disbursed, each currency once
 * @param managedBy whose part of the grant it is (Art. 11.1)
 * @param description for what, in words
 */
public record RecordDisbursement(
    LocalDate disbursedOn, List<Money> amounts, ManagedBy managedBy, String description, Act act)
    implements LifeCommand {
  /** Who manages the money (Art. 11.1, 20.1). */
  public enum ManagedBy {
    RECIPIENT,
    PROVIDER
  }

  public RecordDisbursement {
    amounts = Copies.list(amounts);
  }

  @Override
  public LocalDate on() {
    return disbursedOn;
  }
}
