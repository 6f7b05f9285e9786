package io.vientro.core.dossier;

import io.vientro.core.rules.RulePack.Recurrence;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** A period for which something recurring is owed: a month, a half or a whole calendar year. */
public sealed interface Period {
  /** First day. */
  LocalDate from();

  /** Last day. */
  LocalDate to();

  Period next();

  /** A calendar year, written {@code 2023}. */
  record OfYear(Year year) implements Period {
    @Override
    public LocalDate from() {
      return year.atDay(1);
    }

    @Override
    public LocalDate to() {
      return year.atDay(year.length());
    }

    @Override
    public Period next() {
      return new OfYear(Year.of(year.getValue() + 1));
    }

    @Override
    public String toString() {
      return year.toString();
    }
  }

  /**
   * A half of a calendar year, written {@code 2023-H1}.
   *
   * @param half 1 or 2
   */
  record OfHalf(int year, int half) implements Period {
    @Override
    public LocalDate from() {
      return LocalDate.of(year, half == 1 ? Month.JANUARY : Month.JULY, 1);
    }

    @Override
    public LocalDate to() {
      return next().from().minusDays(1);
    }

    @Override
    public Period next() {
      return half == 1 ? new OfHalf(year, 2) : new OfHalf(year + 1, 1);
    }

    @Override
    public String toString() {
      return year + "-H" + half;
    }
  }

  /** A calendar month, written {@code 2023-05}. */
  record OfMonth(YearMonth month) implements Period {
    @Override
    public LocalDate from() {
      return month.atDay(1);
    }

    @Override
    public LocalDate to() {
      return month.atEndOfMonth();
    }

    @Override
    public Period next() {
      return new OfMonth(YearMonth.from(to().plusDays(1)));
    }

    @Override
    public String toString() {
      return month.toString();
    }
  }

  /**
   * The period in which a day lies.
   *
   * @throws IllegalArgumentException for what does not recur
   */
  static Period of(Recurrence recurrence, LocalDate day) {
    return switch (recurrence) {
      case YEAR -> new OfYear(Year.from(day));
      case HALF_YEAR -> new OfHalf(day.getYear(), day.getMonth().compareTo(Month.JULY) < 0 ? 1 : 2);
      case MONTH -> new OfMonth(YearMonth.from(day));
      case ONCE -> throw new IllegalArgumentException("once");
    };
  }

  /** Reads what somebody wrote for a period; empty if it is none that recurs like that. */
  static Optional<Period> read(Recurrence recurrence, String text) {
    var form =
        switch (recurrence) {
          case YEAR -> "[0-9]{4}";
          case HALF_YEAR -> "[0-9]{4}-H[12]";
          case MONTH -> "[0-9]{4}-(0[1-9]|1[0-2])";
          case ONCE -> throw new IllegalArgumentException("once");
        };
    return text.matches(form) ? Optional.of(parse(text)) : Optional.empty();
  }

  /** An example of how a period is written. */
  static String form(Recurrence recurrence) {
    return switch (recurrence) {
      case YEAR -> "2023";
      case HALF_YEAR -> "2023-H1";
      case MONTH -> "2023-05";
      case ONCE -> "";
    };
  }

  /** Reads what {@link #toString()} of a period wrote. */
  static Period parse(String text) {
    if (text.contains("-H")) {
      return new OfHalf(
          Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }
    return text.length() == 4 ? new OfYear(Year.parse(text)) : new OfMonth(YearMonth.parse(text));
  }
}
