package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Corrects a fact on record (đính chính). Nothing is rewritten: what was first recorded stays
 * readable beside what is correct.
 *
 * @param fact which fact
 * @param corrected what is correct; a date as ISO text
 * @param reason why
 * @param legalBasis on which provision or paper, in words
 * @param correctedOn business date
 */
public record CorrectRecord(
    Fact fact, String corrected, String reason, String legalBasis, LocalDate correctedOn, Act act)
    implements LifeCommand {
  /** Facts that can be corrected after they were recorded. */
  public enum Fact {
    /** Title of the aid. */
    TITLE,
    /** Name of the recipient. */
    RECIPIENT_NAME,
    /** Name of the providing organisation. */
    PROVIDER_NAME,
    /** Name of the aid owner. */
    OWNER_NAME,
    /** Date on which the dossier was complete and valid; limits that started from it start anew. */
    COMPLETE_ON,
    /** Date of the decision; limits that started from it start anew. */
    DECIDED_ON,
    /** Date on which the implementation began. */
    STARTED_ON,
    /** Date on which the implementation ended; limits that started from it start anew. */
    ENDED_ON
  }

  @Override
  public LocalDate on() {
    return correctedOn;
  }
}
