package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Submits the appraised dossier to whoever decides (trình phê duyệt).
 *
 * @param submittedOn business date of the submission (tờ trình)
 */
public record SubmitForDecision(LocalDate submittedOn, Act act) implements DossierCommand {}
