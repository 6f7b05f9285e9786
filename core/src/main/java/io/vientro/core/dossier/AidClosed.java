package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The aid is closed. */
public record AidClosed(LocalDate closedOn, String settlement, Act act) implements LifeEvent {}
