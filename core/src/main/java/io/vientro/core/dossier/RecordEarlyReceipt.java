package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that money or goods came in before the approval, which the decree prohibits (Art. 4.1,
 * E38). It is recorded and held; nothing may be spent or handed out before the approval.
 *
 * @param amounts money that came in; empty if it was goods only
 * @param goods goods that came in, in words, or null
 * @param heldBy who holds it, and where, in words
 * @param reason how it came about
 * @param receivedOn business date of the receipt
 */
public record RecordEarlyReceipt(
    List<Money> amounts,
    @Nullable String goods,
    String heldBy,
    String reason,
    LocalDate receivedOn,
    Act act)
    implements LifeCommand {
  public RecordEarlyReceipt {
    amounts = Copies.list(amounts);
  }

  @Override
  public LocalDate on() {
    return receivedOn;
  }
}
