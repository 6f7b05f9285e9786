package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Approves the aid (phê duyệt khoản viện trợ, Art. 11.1). The act names the decision paper.
 *
 * @param decidedOn date of the decision
 * @param content what the decision says
 */
public record ApproveAid(LocalDate decidedOn, DecisionContent content, Act act)
    implements DossierCommand {}
