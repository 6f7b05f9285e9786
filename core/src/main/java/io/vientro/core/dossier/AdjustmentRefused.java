package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The adjustment was refused; the decision stays. */
public record AdjustmentRefused(
    int number,
    LocalDate decidedOn,
    String decidedBy,
    @Nullable String decidedByAgency,
    boolean recordedByClerk,
    String reason,
    String legalBasis,
    Grounds grounds,
    Act act)
    implements LifeEvent {}
