package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Answers a question that the text of the law leaves open.
 *
 * @param question id of the question
 * @param answer one of the answers that the pack offers for it
 * @param reason why, as auditors will read it
 * @param decidedOn business date
 */
public record DecideOpenQuestion(
    String question, String answer, String reason, LocalDate decidedOn, Act act)
    implements DossierCommand {}
