package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * A fact on record was corrected. Both values stay.
 *
 * @param recorded what was first recorded
 */
public record RecordCorrected(
    CorrectRecord.Fact fact,
    String recorded,
    String corrected,
    String reason,
    String legalBasis,
    LocalDate correctedOn,
    Act act)
    implements LifeEvent {}
