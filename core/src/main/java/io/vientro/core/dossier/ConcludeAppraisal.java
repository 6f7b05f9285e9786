package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Concludes the appraisal (kết luận thẩm định, Art. 10.3, 10.6). Agencies that did not answer do
 * not stand in its way; the conclusion names them.
 *
 * @param concludedOn business date
 * @param method how it was done
 * @param finding what it finds
 * @param summary the conclusion in words
 */
public record ConcludeAppraisal(
    LocalDate concludedOn,
    AppraisalMethod method,
    AppraisalFinding finding,
    String summary,
    Act act)
    implements DossierCommand {}
