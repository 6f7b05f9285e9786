package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Records acceptance and hand-over of the results (nghiệm thu, bàn giao, Art. 18). Not to be mixed
 * up with {@link HandOverDossier}.
 *
 * @param handedOverOn business date
 * @param receivedBy who took the results over, an organisation
 * @param description what was handed over, in words
 */
public record RecordHandOver(LocalDate handedOverOn, String receivedBy, String description, Act act)
    implements LifeCommand {
  @Override
  public LocalDate on() {
    return handedOverOn;
  }
}
