package io.vientro.core.calendar;

import io.vientro.core.decision.LegalBasis;

/**
 * A term of the law (thời hạn). Not an ISO duration on purpose: "20 days" and "20 working days" are
 * different terms.
 *
 * @param amount how many units; at least one
 * @param unit of the amount
 * @param endRule what happens when the last day is a day off
 * @param basis where the term stands
 */
public record LegalTerm(int amount, Unit unit, EndRule endRule, LegalBasis basis) {

  /**
   * @throws IllegalArgumentException if the amount is not positive: no day would ever be the last
   */
  public LegalTerm {
    if (amount < 1) {
      throw new IllegalArgumentException("a term has at least one unit, not " + amount);
    }
  }

  /** Unit of a term. */
  public enum Unit {
    /** Ngày. */
    CALENDAR_DAY,
    /** Ngày làm việc. */
    WORKING_DAY
  }

  /** End of a term that falls on a day off. */
  public enum EndRule {
    /** It ends with the next working day (Civil Code 2015 Art. 148.5). */
    ROLL_FORWARD,
    /** It ends on the day itself. */
    NO_ROLL
  }
}
