package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money or goods came in before the approval (Art. 4.1, E38). */
public record EarlyReceiptRecorded(
    List<Money> amounts,
    @Nullable String goods,
    String heldBy,
    String reason,
    LocalDate receivedOn,
    Act act)
    implements LifeEvent {}
