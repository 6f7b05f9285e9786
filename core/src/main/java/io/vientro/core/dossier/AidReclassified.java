package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import java.time.LocalDate;

/** The facts on which authority and receiver turn were corrected (E11). */
public record AidReclassified(
    AidFacts aid, String reason, String legalBasis, LocalDate reclassifiedOn, Act act)
    implements LifeEvent {}
