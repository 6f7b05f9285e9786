package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Accepts the dossier as complete and valid (hồ sơ đầy đủ, hợp lệ); the appraisal limit starts.
 *
 * @param completeOn business date of complete and valid reception, which is neither the submitted
 *     nor the recorded time
 */
public record AcceptDossier(LocalDate completeOn, Act act) implements DossierCommand {}
