package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.core.rules.DutyParty;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger alone, as an index keeps it, is the ledger of the dossier. */
class LedgerFoldTest {
  private static final LocalDate DUE = DAY.plusDays(11);

  private static DossierScenario accepted() {
    return given().where(DutyLaw::in).after(Samples.submitComplete()).after(Samples.accept(DAY));
  }

  private static RaiseTimeLimit expiry(String limit, LocalDate on) {
    return new RaiseTimeLimit(limit, 1, What.EXPIRY, on, DUTY);
  }

  private static TimeLimitStarted reportOf(String period, LocalDate due) {
    return new TimeLimitStarted(
        "annual-report",
        1,
        due.withDayOfYear(1).minusDays(1),
        new LegalTerm(
            1, Unit.FIXED_DATE, EndRule.ROLL_FORWARD, new LegalBasis(DutyLaw.ACT, "15"), due),
        "record-implementation-start",
        null,
        null,
        null,
        period,
        new Debtor(DutyParty.MANAGING_AGENCY, null),
        null,
        null,
        null);
  }

  @Test
  void theLedgerFoldsAsInTheDossier() {
    var late =
        accepted()
            .on(DUE)
            .after(Actor.SYSTEM, new RaiseTimeLimit("appraisal", 1, What.WARNING, DUE, DUTY))
            .on(DUE.plusDays(1))
            .after(Actor.SYSTEM, expiry("appraisal", DUE.plusDays(1)));
    List<LimitSegment> alone = List.of();
    var other = 0;
    for (var event : late.events()) {
      var before = alone;
      alone = LedgerFold.evolve(alone, event);
      if (!LedgerFold.concerns(event)) {
        assertThat(alone).isSameAs(before);
        other++;
      }
    }
    assertThat(alone).isEqualTo(late.state().limits()).hasSizeGreaterThan(1);
    assertThat(other).isPositive();
  }

  @Test
  void anExpiredAnnualReportStartsTheNextAndThatIsToBeRaisedInItsTurn() {
    var report = reportOf("2025", LocalDate.of(2026, 1, 15));
    var expired = accepted().and(report).on(DAY).after(Actor.SYSTEM, expiry("annual-report", DAY));
    var reports =
        expired.state().limits().stream()
            .filter(l -> l.started().limit().equals("annual-report"))
            .toList();
    assertThat(reports).extracting(l -> l.started().period()).containsExactly("2025", "2026");
    var calendar =
        new WorkingCalendar(
            List.of(
                Samples.YEAR_2026,
                new CalendarNotice(
                    2027, "1/TB-MAU", null, "Sample Act", List.of(), List.of(), List.of())));
    assertThat(Raising.of(reports.getFirst(), calendar)).isEmpty();
    assertThat(Raising.of(reports.getLast(), calendar))
        .filteredOn(pending -> pending.what() == What.EXPIRY)
        .extracting(Raising.Pending::due)
        .containsExactly(LocalDate.of(2027, 1, 15));
  }

  @Test
  void aCorrectionFromBeforeAnExtensionIsNotHeldAgainstTheNextExpiry() {
    var calendar = new WorkingCalendar(List.of(Samples.YEAR_2026));
    var started = last(accepted().state(), "appraisal");
    var extended =
        started
            .expired(DUE)
            .corrected(
                new TimeLimitExpiryCorrected("appraisal", 1, DUE, DUE.plusDays(1), true, List.of()))
            .extended(
                new TimeLimitExtended(
                    "appraisal", 1, DUE.plusDays(1), DUE.plusDays(9), "bận", DUE, DUTY));
    assertThat(Raising.of(extended, calendar))
        .extracting(Raising.Pending::what)
        .contains(What.EXPIRY);
    assertThat(Raising.of(extended.expired(DUE.plusDays(9)), calendar)).isEmpty();
  }

  private static LimitSegment last(DossierState state, String limit) {
    return state.limits().stream()
        .filter(l -> l.started().limit().equals(limit))
        .reduce((a, b) -> b)
        .orElseThrow();
  }
}
