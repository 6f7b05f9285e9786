package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** A person answered what the text leaves open. */
public record OpenQuestionDecided(
    String question, String answer, String reason, LocalDate decidedOn, Grounds grounds, Act act)
    implements DossierEvent {}
