package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The implementation ended. */
public record ImplementationEnded(LocalDate endedOn, String description, Act act)
    implements LifeEvent {}
