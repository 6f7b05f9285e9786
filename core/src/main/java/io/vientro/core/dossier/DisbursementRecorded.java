package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Money;
import java.time.LocalDate;
import java.util.List;

/** A part of the aid was disbursed. */
public record DisbursementRecorded(
    LocalDate disbursedOn,
    List<Money> amounts,
    RecordDisbursement.ManagedBy managedBy,
    String description,
    Act act)
    implements LifeEvent {}
