package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dossier lies with whoever decides.
 *
 * @param approver role that decides (Art. 7)
 * @param approverAgency its agency, or null if the registry knows none
 */
public record SubmittedForDecision(
    LocalDate submittedOn, String approver, @Nullable String approverAgency, Act act)
    implements DossierEvent {}
