package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The competent authority does not accept the aid.
 *
 * @param decidedBy role that decided (Art. 7)
 * @param decidedByAgency its agency, or null if the registry knows none
 * @param recordedByClerk whether a clerk recorded the decision of an authority that does not work
 *     here, rather than the authority itself
 */
public record AidRefused(
    LocalDate decidedOn,
    String decidedBy,
    @Nullable String decidedByAgency,
    boolean recordedByClerk,
    String reason,
    String legalBasis,
    Grounds grounds,
    Act act)
    implements DossierEvent {}
