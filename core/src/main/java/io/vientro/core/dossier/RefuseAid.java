package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Decides not to accept the aid (không tiếp nhận, Art. 10.3).
 *
 * @param decidedOn date of the decision
 * @param reason why, as the provider will read it
 * @param legalBasis on which ground of the law, in words
 */
public record RefuseAid(LocalDate decidedOn, String reason, String legalBasis, Act act)
    implements DossierCommand {}
