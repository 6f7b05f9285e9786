package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * The case moved to another agency (E36, E37); it keeps its code.
 *
 * @param from agency that had it
 * @param to agency that has it now; where {@code from} was a managing agency, {@code to} takes its
 *     place
 */
public record DossierTransferred(
    String from,
    String to,
    TransferDossier.Cause cause,
    String reason,
    String legalBasis,
    LocalDate transferredOn,
    Act act)
    implements LifeEvent {}
