package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The implementation began (Art. 4.7, E27). */
public record ImplementationStarted(
    LocalDate startedOn, RecordImplementationStart.Evidence evidence, String description, Act act)
    implements LifeEvent {}
