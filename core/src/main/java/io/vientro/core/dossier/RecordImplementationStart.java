package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Records that the implementation began, by which the six months of Art. 4.7 are kept. What "began"
 * means is not defined (E27): the evidence says it.
 *
 * @param startedOn business date
 * @param evidence what shows it
 * @param description in words
 */
public record RecordImplementationStart(
    LocalDate startedOn, Evidence evidence, String description, Act act) implements LifeCommand {
  /** What shows that the implementation began. */
  public enum Evidence {
    /** First transfer of money. */
    FIRST_TRANSFER,
    /** First contract signed. */
    CONTRACT,
    /** First activity carried out. */
    ACTIVITY,
    /** First goods received. */
    GOODS_RECEIVED,
    /** Anything else, described in words. */
    OTHER
  }

  @Override
  public LocalDate on() {
    return startedOn;
  }
}
