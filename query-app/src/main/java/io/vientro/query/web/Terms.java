package io.vientro.query.web;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.LegalBasis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a term that somebody asks about. What it may be is bounded, since the answer is as long as
 * the term; no law has a longer one.
 */
final class Terms {
  /** The house's own, against abuse. */
  static final int MOST_DAYS = 1000;

  /** The house's own, against abuse. */
  static final int MOST_MONTHS = 120;

  /** The house's own, against abuse. */
  static final int MOST_HOURS = 10_000;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2199;

  /** Four digits of a year, and no day that there is not. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Terms() {}

  /**
   * @throws io.vientro.http.problem.ProblemException 400 that names the parameter
   */
  static Count count(String from, int amount, Unit unit, @Nullable EndRule endRule) {
    if (unit == Unit.FIXED_DATE) {
      throw Parameters.invalid("unit");
    }
    if (amount < 1 || amount > most(unit)) {
      throw Parameters.invalid("amount");
    }
    var term = new LegalTerm(amount, unit, endRule(unit, endRule), new LegalBasis("", ""));
    return unit == Unit.HOUR ? Count.of(instant(from), term) : Count.of(date(from), term);
  }

  private static int most(Unit unit) {
    return switch (unit) {
      case HOUR -> MOST_HOURS;
      case MONTH -> MOST_MONTHS;
      default -> MOST_DAYS;
    };
  }

  /** Hours do not roll unless it is said. */
  private static EndRule endRule(Unit unit, @Nullable EndRule said) {
    if (said != null) {
      return said;
    }
    return unit == Unit.HOUR ? EndRule.NO_ROLL : EndRule.ROLL_FORWARD;
  }

  private static LocalDate date(String from) {
    try {
      return bounded(LocalDate.parse(from, DATE));
    } catch (DateTimeParseException e) {
      throw Parameters.invalid("from");
    }
  }

  private static Instant instant(String from) {
    try {
      var at = OffsetDateTime.parse(from);
      bounded(at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
      return at.toInstant();
    } catch (DateTimeException e) {
      throw Parameters.invalid("from");
    }
  }

  private static LocalDate bounded(LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw Parameters.invalid("from");
    }
    return date;
  }
}
