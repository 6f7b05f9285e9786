package io.vientro.core.dossier;

import static io.vientro.core.dossier.ImplementationTest.last;
import static io.vientro.core.dossier.ImplementationTest.running;
import static io.vientro.core.dossier.LifeSamples.correct;
import static io.vientro.core.dossier.LifeSamples.ended;
import static io.vientro.core.dossier.LifeSamples.notified;
import static io.vientro.core.dossier.LifeSamples.report;
import static io.vientro.core.dossier.LifeSamples.started;
import static io.vientro.core.dossier.RoadSamples.SUPERVISOR;
import static io.vientro.core.dossier.RoadSamples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.IndividualProvider;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.CorrectRecord.Fact;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.value.Personal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is on record is corrected and never rewritten: both values stay. */
class CorrectionTest {

  @ParameterizedTest
  @EnumSource(
      value = Fact.class,
      names = {"TITLE", "RECIPIENT_NAME", "PROVIDER_NAME", "OWNER_NAME"})
  void aNameIsShownAsCorrectedAndKeptAsFirstRecorded(Fact fact) {
    Function<DossierState, String> shown =
        s ->
            switch (fact) {
              case TITLE -> s.facts().title();
              case RECIPIENT_NAME -> s.facts().recipient().name();
              case PROVIDER_NAME -> s.facts().provider().name();
              default -> s.facts().aidOwner().name();
            };
    var before = shown.apply(started().state());
    var corrected = started().after(correct(fact, "Tên đúng", day(30))).state();
    assertThat(shown.apply(corrected)).isEqualTo("Tên đúng");
    assertThat(corrected.records().corrections())
        .singleElement()
        .returns(before, RecordCorrected::recorded)
        .returns("Tên đúng", RecordCorrected::corrected)
        .returns("Sample One-stop Act 3", RecordCorrected::legalBasis);
    // Nothing else of the facts moved.
    var back =
        started()
            .after(correct(fact, "Tên đúng", day(30)))
            .after(correct(fact, before, day(31)))
            .state();
    assertThat(back.facts()).isEqualTo(started().state().facts());
    assertThat(back.records().corrections()).hasSize(2);
  }

  @Test
  void thereMustBeSomethingToCorrectAndSomethingElseToSay() {
    var actor = notified().as(SUPERVISOR);
    actor
        .when(correct(Fact.STARTED_ON, day(20).toString(), day(30)))
        .thenRejected(RejectionCode.NOTHING_RECORDED)
        .at("fact")
        .saying("fact", "STARTED_ON");
    actor
        .when(correct(Fact.TITLE, Samples.aid().title(), day(30)))
        .thenRejected(RejectionCode.CORRECTION_CHANGES_NOTHING)
        .at("corrected");
    actor
        .when(correct(Fact.DECIDED_ON, "10/03/2026", day(30)))
        .thenRejected(RejectionCode.CORRECTION_UNREADABLE)
        .at("corrected");
    actor.when(correct(Fact.TITLE, " ", day(30))).thenRejected(RejectionCode.TEXT_MISSING);
    actor
        .on(day(30))
        .when(correct(Fact.DECIDED_ON, day(31).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE);
  }

  @Test
  void anIndividualProviderHasNoNameHereToCorrect() {
    var person =
        AidBuilder.of(Samples.aid())
            .provider(
                new Provider(
                    ProviderPaperKind.INDIVIDUAL,
                    ProviderClass.INDIVIDUAL,
                    null,
                    new IndividualProvider(Personal.of("Sample Person"), null, null),
                    "DE",
                    null))
            .build();
    LifeSamples.life()
        .after(Samples.submit(person, List.of()))
        .as(SUPERVISOR)
        .when(correct(Fact.PROVIDER_NAME, "Tên", day(30)))
        .thenRejected(RejectionCode.NOTHING_RECORDED);
  }

  @Test
  void stepsThatFollowedOneAnotherStillDo() {
    var actor = started().as(SUPERVISOR);
    actor
        .when(correct(Fact.COMPLETE_ON, day(2).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_AFTER_STEP)
        .at("corrected")
        .saying("step", day(1).toString());
    actor
        .when(correct(Fact.COMPLETE_ON, day(-1).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .saying("step", day(0).toString());
    actor
        .when(correct(Fact.DECIDED_ON, day(5).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .saying("step", day(6).toString());
    actor
        .when(correct(Fact.DECIDED_ON, day(10).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_AFTER_STEP)
        .saying("step", day(9).toString());
    actor
        .when(correct(Fact.STARTED_ON, day(7).toString(), day(30)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
    ended()
        .as(SUPERVISOR)
        .when(correct(Fact.STARTED_ON, day(101).toString(), day(120)))
        .thenRejected(RejectionCode.DATE_AFTER_STEP);
    ended()
        .as(SUPERVISOR)
        .when(correct(Fact.ENDED_ON, day(19).toString(), day(120)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
    LifeSamples.handedOver()
        .as(SUPERVISOR)
        .when(correct(Fact.ENDED_ON, day(111).toString(), day(120)))
        .thenRejected(RejectionCode.DATE_AFTER_STEP);
  }

  @Test
  void aLimitRunsAnewFromTheRightDayOfAcceptance() {
    var accepted =
        LifeSamples.life()
            .after(Samples.submitComplete())
            .after(Samples.accept(day(2)))
            .after(correct(Fact.COMPLETE_ON, day(1).toString(), day(5)));
    assertThat(accepted.state().completeOn()).isEqualTo(day(1));
    assertThat(accepted.state().limits())
        .filteredOn(l -> l.started().limit().equals("appraisal"))
        .satisfiesExactly(
            l ->
                assertThat(l)
                    .returns(Reason.CORRECTED, LimitSegment::reason)
                    .returns(day(5), LimitSegment::endedOn),
            l ->
                assertThat(l)
                    .returns(true, LimitSegment::running)
                    .returns(day(1), s -> s.started().from())
                    .returns(2, s -> s.started().segment())
                    .returns("CorrectRecord", s -> s.started().cause()));
  }

  @Test
  void theDateOfTheDecisionMovesWhatStillRunsAndReopensNothing() {
    var corrected = notified().after(correct(Fact.DECIDED_ON, day(7).toString(), day(20)));
    assertThat(corrected.state().outcome().approval().decidedOn()).isEqualTo(day(7));
    assertThat(running(corrected)).containsExactly("not-started", "clearance");
    assertThat(last(corrected, "not-started").started().from()).isEqualTo(day(7));
    assertThat(last(corrected, "decision-notice"))
        .as("the notice was given")
        .returns(1, l -> l.started().segment())
        .returns(Reason.FULFILLED, LimitSegment::reason);
    // What follows is held to the right date.
    corrected.when(LifeSamples.start(day(7))).the(ImplementationStarted.class);
  }

  @Test
  void aRefusalsDateIsCorrectedLikewise() {
    var refused =
        LifeSamples.at(Status.REFUSED).after(correct(Fact.DECIDED_ON, day(7).toString(), day(20)));
    assertThat(refused.state().outcome().refusal().decidedOn()).isEqualTo(day(7));
  }

  @Test
  void periodsThatTurnOutNotToBeTheImplementationsAreTakenBackAndOthersOwed() {
    // Day 150 is in July: the first half is none of the implementation's.
    var later = started().after(correct(Fact.STARTED_ON, day(150).toString(), day(160)));
    assertThat(later.state().life().start().startedOn()).isEqualTo(day(150));
    assertThat(running(later))
        .containsExactly("clearance", "annual-report 2026", "half-year-report 2026-H2");
    var back = later.after(correct(Fact.STARTED_ON, day(21).toString(), day(170)));
    assertThat(running(back))
        .containsExactlyInAnyOrder(
            "clearance",
            "annual-report 2026",
            "half-year-report 2026-H1",
            "half-year-report 2026-H2");
    assertThat(back.state().limits())
        .filteredOn(l -> l.started().limit().equals("half-year-report"))
        .extracting(l -> l.started().segment())
        .containsExactly(1, 2, 3);
  }

  @Test
  void anEndThatWasLaterOwesThePeriodsUpToItAgain() {
    var ended =
        started()
            .after(report("half-year-report", "2026-H1", day(60)))
            .after(LifeSamples.end(day(100)));
    assertThat(running(ended)).doesNotContain("half-year-report 2026-H2");
    var later = ended.after(correct(Fact.ENDED_ON, day(150).toString(), day(160)));
    assertThat(running(later)).contains("half-year-report 2026-H2");
    assertThat(last(later, "end-report").started().from()).isEqualTo(day(150));
    var earlier = later.after(correct(Fact.ENDED_ON, day(90).toString(), day(170)));
    assertThat(running(earlier)).doesNotContain("half-year-report 2026-H2");
    assertThat(last(earlier, "end-report").started().from()).isEqualTo(day(90));
  }

  @Test
  void aReportThatWasGivenIsNotOwedAgain() {
    var reported =
        started()
            .after(report("half-year-report", "2026-H1", day(60)))
            .after(correct(Fact.STARTED_ON, day(25).toString(), day(70)));
    assertThat(running(reported))
        .containsExactlyInAnyOrder("clearance", "annual-report 2026", "half-year-report 2026-H2");
  }

  @Test
  void whatIsOverIsCorrectedWithoutOwingAnythingAgain() {
    var closed = LifeSamples.closed().after(correct(Fact.ENDED_ON, day(101).toString(), day(140)));
    assertThat(closed.state())
        .returns(Status.CLOSED, DossierState::status)
        .returns(day(101), s -> s.life().end().endedOn());
    assertThat(running(closed)).isEmpty();
  }

  @Test
  void theSupervisorOfTheReceivingOrTheManagingAgencyKeepsTheRecord() {
    started()
        .as(new Actor("khac", Role.SUPERVISOR, RoadLaw.LEAD))
        .when(correct(Fact.TITLE, "Tên khác", day(30)))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER);
    LifeSamples.primeMinisters()
        .as(SUPERVISOR)
        .when(correct(Fact.TITLE, "Tên khác", day(30)))
        .the(RecordCorrected.class);
  }
}
