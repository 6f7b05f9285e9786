package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * The end of a running limit was moved, with an apology.
 *
 * @param firstDate the last day as it was, which stays readable
 * @param newDate the new last day
 */
public record TimeLimitExtended(
    String limit,
    int segment,
    LocalDate firstDate,
    LocalDate newDate,
    String reason,
    LocalDate extendedOn,
    Act act)
    implements LedgerEvent {}
