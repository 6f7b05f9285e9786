package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The adjustment was approved; the decision now reads as the content says. */
public record AdjustmentApproved(
    int number,
    LocalDate decidedOn,
    String decidedBy,
    @Nullable String decidedByAgency,
    boolean recordedByClerk,
    DecisionContent content,
    Grounds grounds,
    Act act)
    implements LifeEvent {}
