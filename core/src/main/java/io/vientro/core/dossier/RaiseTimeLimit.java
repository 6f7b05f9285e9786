package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Raises what has fallen due. Only the software sends it; whether anything is to be raised follows
 * from the ledger and the clock, so that it may be sent twice.
 *
 * @param limit id of the limit
 * @param segment its segment
 * @param what what to raise
 * @param raisedOn business date
 */
public record RaiseTimeLimit(String limit, int segment, What what, LocalDate raisedOn, Act act)
    implements LedgerCommand {
  /** What there is to raise. */
  public enum What {
    /** The due date is near. */
    WARNING,
    /** The due date has passed. */
    EXPIRY,
    /** A later notice of the calendar moved the due date of what was raised already. */
    CORRECTION,
    /** The calendar does not tell the due date, and it may be near. */
    UNCERTAINTY
  }

  @Override
  public LocalDate on() {
    return raisedOn;
  }
}
