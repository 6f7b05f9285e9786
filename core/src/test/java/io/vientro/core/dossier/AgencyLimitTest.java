package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.parameter;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.TimeLimitLedgerTest.segments;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.dossier.TimeLimitLedgerTest.Segment;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Limits that the law leaves open run only where the deploying agency set them. */
class AgencyLimitTest {

  private static final DossierScenario LIMITED =
      RoadSamples.road().where(parameter("check-days", "2"));

  @Test
  void withoutTheParameterNothingRuns() {
    assertThat(RoadSamples.at(Status.SUBMITTED).state().limits()).isEmpty();
  }

  @Test
  void theTermSaysHowLongInWhichUnitAndOnWhichBasis() {
    var term = LIMITED.after(Samples.submitComplete()).state().limits().getFirst();
    assertThat(term.started())
        .isEqualTo(
            new TimeLimitStarted(
                "check",
                1,
                DAY,
                new LegalTerm(
                    2,
                    Unit.WORKING_DAY,
                    EndRule.ROLL_FORWARD,
                    new LegalBasis("Sample Regulation 7", "")),
                "SubmitDossier"));
    assertThat(term.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 4)));
  }

  @Test
  void theAgencyMayCountInAnotherUnit() {
    var limit =
        LIMITED
            .where(parameter("check-days-unit", "CALENDAR_DAY"))
            .after(Samples.submitComplete())
            .state()
            .limits()
            .getFirst();
    assertThat(limit.started().term().unit()).isEqualTo(Unit.CALENDAR_DAY);
  }

  @Test
  void anotherAgencysParameterAndOneOfALaterDayDoNotCount() {
    assertThat(
            RoadSamples.road()
                .where(set(Samples.MINISTRY, DAY))
                .after(Samples.submitComplete())
                .state()
                .limits())
        .isEmpty();
    assertThat(
            RoadSamples.road()
                .where(set(Samples.PROVINCE, day(1)))
                .after(Samples.submitComplete())
                .state()
                .limits())
        .isEmpty();
  }

  @Test
  void acceptanceFulfilsTheCheckAndSoDoesTheSlip() {
    assertThat(segments(LIMITED.after(Samples.submitComplete()).after(Samples.accept(day(1)))))
        .contains(new Segment("check", 1, DAY, day(1), Reason.FULFILLED));
    assertThat(
            segments(
                LIMITED
                    .after(Samples.submitComplete())
                    .after(Samples.requestSupplement(day(1), null))))
        .containsExactly(new Segment("check", 1, DAY, day(1), Reason.FULFILLED));
  }

  @Test
  void whatComesBackIsCheckedAnewAndAPieceMoreDoesNotRestartTheCheck() {
    var back =
        LIMITED
            .after(Samples.submitComplete())
            .after(Samples.requestSupplement(day(1), null))
            .after(Samples.correct(day(3), Samples.aid()))
            .after(Samples.correct(day(4), Samples.aid()));
    assertThat(segments(back))
        .containsExactly(
            new Segment("check", 1, DAY, day(1), Reason.FULFILLED),
            new Segment("check", 2, day(3), null, null));
  }

  @Test
  void aRefusalOfReceptionEndsIt() {
    assertThat(segments(LIMITED.after(Samples.submitComplete()).after(Samples.refuse(day(1)))))
        .containsExactly(new Segment("check", 1, DAY, day(1), Reason.CASE_ENDED));
  }

  private static UnaryOperator<DecisionContext> set(String agency, LocalDate from) {
    return c ->
        new DecisionContext(
            c.now(),
            c.actor(),
            c.mode(),
            c.law(),
            c.registry(),
            new AgencyParameters(
                List.of(
                    new AgencyParameterSet(
                        agency, "check-days", "2", "Sample Regulation 7", from, Samples.DUTY))),
            c.calendar(),
            c.dossierCode());
  }
}
