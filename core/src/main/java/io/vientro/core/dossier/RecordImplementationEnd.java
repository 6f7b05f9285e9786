package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Records that the implementation ended (kết thúc thực hiện); the end reports run from here (Art.
 * 13.9, 14.4, 15.6, C10).
 *
 * @param endedOn business date
 * @param description in words
 */
public record RecordImplementationEnd(LocalDate endedOn, String description, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return endedOn;
  }
}
