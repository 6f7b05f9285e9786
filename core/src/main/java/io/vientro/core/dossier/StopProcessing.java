package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Stops processing (thông báo dừng giải quyết hồ sơ): neither a refusal nor a withdrawal.
 *
 * @param stoppedOn business date
 * @param reason why
 * @param legalBasis on which ground of the law, in words
 */
public record StopProcessing(LocalDate stoppedOn, String reason, String legalBasis, Act act)
    implements DossierCommand {}
