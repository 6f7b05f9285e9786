package io.vientro.core.calendar;

import io.vientro.core.decision.LegalBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term of the law (thời hạn). Not an ISO duration on purpose: "20 days" and "20 working days" are
 * different terms.
 *
 * @param amount how many units; at least one, and one for a fixed date
 * @param unit of the amount
 * @param endRule what happens when the last day is a day off
 * @param basis where the term stands
 * @param fixed the day itself where the law names one; null for every other unit
 */
public record LegalTerm(
    int amount, Unit unit, EndRule endRule, LegalBasis basis, @Nullable LocalDate fixed) {

  private static final int ITSELF = 1;

  /**
   * @throws IllegalArgumentException if the amount is not positive (no day would ever be the last),
   *     or if there is a day without the unit for it, or the unit without a day
   */
  public LegalTerm {
    if (amount < 1) {
      throw new IllegalArgumentException("a term has at least one unit, not " + amount);
    }
    if ((unit == Unit.FIXED_DATE) != (fixed != null)) {
      throw new IllegalArgumentException("a fixed date, and nothing else, names its day");
    }
    if (unit == Unit.FIXED_DATE && amount > 1) {
      throw new IllegalArgumentException("a fixed date is one day, not " + amount);
    }
  }

  /** A term that is counted. */
  public LegalTerm(int amount, Unit unit, EndRule endRule, LegalBasis basis) {
    this(amount, unit, endRule, basis, null);
  }

  /** A term that ends on a day which the law, or a letter, names itself. */
  public static LegalTerm on(LocalDate fixed, EndRule endRule, LegalBasis basis) {
    return new LegalTerm(ITSELF, Unit.FIXED_DATE, endRule, basis, fixed);
  }

  /** Unit of a term. */
  public enum Unit {
    /** Ngày. */
    CALENDAR_DAY,
    /** Ngày làm việc. */
    WORKING_DAY,
    /** Giờ: round the clock, from the minute (Civil Code 2015 Art. 147.1). */
    HOUR,
    /** Tháng (Civil Code 2015 Art. 148.3). */
    MONTH,
    /** A day that the law names itself, for example 15 January. */
    FIXED_DATE
  }

  /** End of a term that falls on a day off. */
  public enum EndRule {
    /** It ends with the next working day (Civil Code 2015 Art. 148.5). */
    ROLL_FORWARD,
    /** It ends on the day itself. */
    NO_ROLL
  }
}
