package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Accepts a dossier that was handed over (nhận bàn giao).
 *
 * @param acceptedOn business date
 */
public record AcceptHandOver(LocalDate acceptedOn, Act act) implements DossierCommand {}
