package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Withdraws the dossier (rút hồ sơ). The decree has no rule for it; the state is the software's own
 * (E33).
 */
public record WithdrawDossier(LocalDate withdrawnOn, String reason, Act act)
    implements DossierCommand {}
