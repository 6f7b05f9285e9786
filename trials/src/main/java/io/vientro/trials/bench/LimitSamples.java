package io.vientro.trials.bench;

import io.vientro.core.Zone;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.LegalBasis;
import io.vientro.rulepacks.CalendarSeed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time limits as they are open in an authority: the same seed gives the same ones. */
public final class LimitSamples {
  /** The civil-service notices that a new log starts with. */
  static final List<CalendarNotice> NOTICES = CalendarSeed.notices();

  /** A notice that moves days of the last year on record, as a late swap does. */
  static final CalendarNotice LATER =
      new CalendarNotice(
          2026,
          "1/TB-MAU",
          null,
          "a swap of a bridge day",
          List.of(LocalDate.of(2026, 11, 23)),
          List.of(LocalDate.of(2026, 11, 28)),
          List.of());

  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);

  /** Most terms that start by then end in a year that is known. */
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 25);

  private LimitSamples() {}

  /** A length that is measured. */
  public enum Term {
    DAYS_20("20 calendar days", 20, Unit.CALENDAR_DAY),
    WORKING_DAYS_20("20 working days", 20, Unit.WORKING_DAY),
    MONTHS_6("6 months", 6, Unit.MONTH),
    HOURS_48("48 hours", 48, Unit.HOUR);

    final String shown;
    private final LegalTerm term;

    Term(String shown, int amount, Unit unit) {
      this.shown = shown;
      this.term = new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, LegalBasis.HOUSE_RULE);
    }
  }

  /** From any day on which a civil-service year is known. */
  static Count[] of(Term term, int count, long seed) {
    Random random = new Random(seed);
    Count[] counts = new Count[count];
    for (int i = 0; i < count; i++) {
      counts[i] = count(day(FIRST_DAY, LAST_DAY, random), term, random);
    }
    return counts;
  }

  /** Open on a day of autumn 2026, all terms in turn. */
  static List<Count> open(int count, long seed) {
    Random random = new Random(seed);
    Term[] terms = Term.values();
    List<Count> counts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Term term = terms[i % terms.length];
      LocalDate first = LocalDate.of(2026, term == Term.MONTHS_6 ? 5 : 11, 1);
      counts.add(count(day(first, first.plusDays(27), random), term, random));
    }
    return counts;
  }

  private static Count count(LocalDate from, Term term, Random random) {
    var at =
        from.atStartOfDay(Zone.HO_CHI_MINH)
            .toInstant()
            .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
    return Count.of(at, term.term);
  }

  private static LocalDate day(LocalDate first, LocalDate last, Random random) {
    return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
  }
}
