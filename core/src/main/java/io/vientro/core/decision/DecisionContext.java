package io.vientro.core.decision;

import io.vientro.core.Zone;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may look at and the aggregate does not own.
 *
 * @param now the clock's instant
 * @param actor who acts
 * @param mode of the log
 * @param law the pack the dossier is bound to or, for a new one, would be
 * @param registry which agency plays which role
 * @param parameters of the deploying agencies
 * @param calendar working calendar
 * @param dossierCode a code just issued by the reception book; null unless the command needs one
 */
public record DecisionContext(
    Instant now,
    Actor actor,
    LogMode mode,
    RulePack.Identified law,
    AgencyRegistry registry,
    AgencyParameters parameters,
    WorkingCalendar calendar,
    @Nullable String dossierCode) {

  /** Today's date in Asia/Ho_Chi_Minh. */
  public LocalDate today() {
    return Zone.dateOf(now);
  }

  public RulePack pack() {
    return law.pack();
  }

  public DecisionContext withDossierCode(String code) {
    return new DecisionContext(now, actor, mode, law, registry, parameters, calendar, code);
  }
}
