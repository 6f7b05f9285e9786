package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The results were accepted and handed over (Art. 18). */
public record ResultsHandedOver(
    LocalDate handedOverOn, String receivedBy, String description, Act act) implements LifeEvent {}
