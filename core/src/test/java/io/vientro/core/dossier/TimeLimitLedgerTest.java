package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Segments of limits: what starts them, what ends them, and that none is ever overwritten. */
class TimeLimitLedgerTest {

  private static final DossierDocument[] ALL =
      Samples.completePapers().toArray(DossierDocument[]::new);

  private static final DossierScenario ROAD = given().on(DAY.plusDays(60));

  @Test
  void theReturnOfAnIncompleteDossierIsDoneByTheSlip() {
    var ledger =
        ROAD.after(Samples.submitIncomplete())
            .after(Samples.requestSupplement(DAY.plusDays(1), null));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment("incomplete-return", 1, DAY, DAY.plusDays(1), Reason.FULFILLED));
  }

  @Test
  void aDossierCompletedBeforeAnySlipNoLongerOwesItsReturn() {
    var ledger =
        ROAD.after(Samples.submitIncomplete()).after(Samples.supplement(DAY.plusDays(1), ALL));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment("incomplete-return", 1, DAY, DAY.plusDays(1), Reason.NO_LONGER_OWED));
  }

  @Test
  void aPieceThatLeavesGapsDoesNotRestartARunningLimit() {
    var ledger =
        ROAD.after(Samples.submitIncomplete())
            .after(
                Samples.supplement(
                    DAY.plusDays(1), Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL)));
    assertThat(segments(ledger))
        .containsExactly(new Segment("incomplete-return", 1, DAY, null, null));
  }

  @Test
  void aDossierThatCameBackIncompleteOwesItsReturnAgain() {
    var ledger =
        ROAD.after(Samples.submitIncomplete())
            .after(Samples.requestSupplement(DAY.plusDays(1), null))
            .after(
                Samples.supplement(
                    DAY.plusDays(5), Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL)));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment("incomplete-return", 1, DAY, DAY.plusDays(1), Reason.FULFILLED),
            new Segment("incomplete-return", 2, DAY.plusDays(5), null, null));
  }

  @Test
  void theAppraisalRunsFromCompletenessAndNotFromSubmission() {
    var ledger = ROAD.after(Samples.submitComplete()).after(Samples.accept(DAY.plusDays(3)));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment("appraisal", 1, DAY.plusDays(3), null, null),
            new Segment("oversight", 1, DAY.plusDays(3), null, null));
    // 11 days after 5 March is Monday 16 March.
    assertThat(ledger.state().limits().getFirst().due(Samples.CALENDAR))
        .isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 16)));
    assertThat(ledger.state().limits().getFirst().started().cause()).isEqualTo("AcceptDossier");
  }

  @Test
  void aSupplementAfterAcceptanceEndsTheSegmentAndReacceptanceStartsTheNext() {
    var ledger =
        ROAD.after(Samples.submitComplete())
            .after(Samples.accept(DAY.plusDays(3)))
            .after(Samples.requestSupplement(DAY.plusDays(6), null))
            .after(Samples.supplement(DAY.plusDays(9), ALL))
            .where(c -> c.withDossierCode("H99-260311-0099"))
            .after(Samples.accept(DAY.plusDays(10)));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment(
                "appraisal", 1, DAY.plusDays(3), DAY.plusDays(6), Reason.RETURNED_FOR_SUPPLEMENT),
            new Segment("oversight", 1, DAY.plusDays(3), null, null),
            new Segment("appraisal", 2, DAY.plusDays(10), null, null));
    assertThat(ledger.state())
        .returns(Samples.CODE, DossierState::code)
        .returns(DAY.plusDays(10), DossierState::completeOn);
  }

  @Test
  void whatEndsTheCaseEndsEverythingThatRuns() {
    var ledger =
        ROAD.after(Samples.submitComplete())
            .after(Samples.accept(DAY.plusDays(3)))
            .after(Samples.withdraw(DAY.plusDays(4)));
    assertThat(segments(ledger))
        .containsExactly(
            new Segment("appraisal", 1, DAY.plusDays(3), DAY.plusDays(4), Reason.CASE_ENDED),
            new Segment("oversight", 1, DAY.plusDays(3), DAY.plusDays(4), Reason.CASE_ENDED));
    assertThat(ledger.state().runningLimits()).isEmpty();
    assertThat(
            segments(ROAD.after(Samples.submitIncomplete()).after(Samples.refuse(DAY.plusDays(1)))))
        .containsExactly(
            new Segment("incomplete-return", 1, DAY, DAY.plusDays(1), Reason.CASE_ENDED));
  }

  @Test
  void aLimitThatStartsWithTheDecisionDoesNotRunYet() {
    var ledger = ROAD.after(Samples.submitComplete()).after(Samples.accept(DAY));
    assertThat(segments(ledger)).extracting(Segment::limit).doesNotContain("decision-notice");
  }

  static List<Segment> segments(DossierScenario scenario) {
    return scenario.state().limits().stream()
        .map(
            l ->
                new Segment(
                    l.started().limit(),
                    l.started().segment(),
                    l.started().from(),
                    l.endedOn(),
                    l.reason()))
        .toList();
  }

  record Segment(
      String limit,
      int number,
      LocalDate from,
      @Nullable LocalDate endedOn,
      @Nullable Reason reason) {}
}
