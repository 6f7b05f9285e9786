package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Closes the aid (quyết toán, đóng): nothing is owed any more (Art. 13.6, 18).
 *
 * @param closedOn business date
 * @param settlement the settlement it rests on, in words
 */
public record CloseAid(LocalDate closedOn, String settlement, Act act) implements LifeCommand {
  @Override
  public LocalDate on() {
    return closedOn;
  }
}
