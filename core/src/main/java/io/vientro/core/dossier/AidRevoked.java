package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The approval was revoked (Art. 4.7). */
public record AidRevoked(
    LocalDate revokedOn,
    String decidedBy,
    @Nullable String decidedByAgency,
    boolean recordedByClerk,
    String reason,
    String legalBasis,
    Act act)
    implements LifeEvent {}
