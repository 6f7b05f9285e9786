package io.vientro.core.dossier;

import static io.vientro.core.dossier.ImplementationTest.last;
import static io.vientro.core.dossier.ImplementationTest.running;
import static io.vientro.core.dossier.LifeSamples.adjust;
import static io.vientro.core.dossier.LifeSamples.adjusting;
import static io.vientro.core.dossier.LifeSamples.approveAdjustment;
import static io.vientro.core.dossier.LifeSamples.notified;
import static io.vientro.core.dossier.LifeSamples.primeMinisters;
import static io.vientro.core.dossier.LifeSamples.refuseAdjustment;
import static io.vientro.core.dossier.LifeSamples.started;
import static io.vientro.core.dossier.NoticeOwed.PROVIDER;
import static io.vientro.core.dossier.RoadSamples.CLERK;
import static io.vientro.core.dossier.RoadSamples.FOCAL_CLERK;
import static io.vientro.core.dossier.RoadSamples.SECURITY;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.inform;
import static io.vientro.core.dossier.Samples.DECIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.Identified;
import io.vientro.core.rules.RulePack.Question;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An approved aid is adjusted (Art. 16): who decides, what is owed anew, and what then holds. */
class AdjustmentTest {
  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");
  private static final Actor GOVERNMENT =
      new Actor("van-phong", Role.DECISION_MAKER, RoadLaw.GOVERNMENT_OFFICE);

  private static AdjustmentEntry entry(
      Condition when, @Nullable String decides, @Nullable Question question) {
    return new AdjustmentEntry("only", "16.9", when, decides, question, Confidence.SOURCED, null);
  }

  /** A case under a law that says something else of adjustments, or was repealed. */
  private static DossierScenario under(
      DossierScenario scenario, List<AdjustmentEntry> adjustment, @Nullable LocalDate until) {
    var p = DutyLaw.PACK;
    var l = p.life();
    var life =
        new RulePack.Life(
            l.warning(),
            l.management(),
            adjustment,
            l.revocationArticles(),
            l.revocationLimit(),
            l.earlyReceiptArticles(),
            l.closingArticles());
    var pack =
        new RulePack(
            p.id(),
            p.version(),
            p.act(),
            p.title(),
            p.inForceFrom(),
            until,
            p.authority(),
            p.receivers(),
            p.checklist(),
            p.sets(),
            p.translations(),
            p.dossierCode(),
            p.timeLimits(),
            p.supplements(),
            p.parameters(),
            p.road(),
            p.scope(),
            life);
    return scenario.where(c -> RoadLaw.under(c, new Identified(pack, "duty-digest")));
  }

  @Test
  void whoeverDecidedDecidesAgain() {
    var requested = started().when(adjust(day(40)));
    requested.thenTypes(AdjustmentRequested.class, TimeLimitStarted.class);
    assertThat(requested.the(AdjustmentRequested.class))
        .returns(1, AdjustmentRequested::number)
        .returns(AgencyRegistry.HEAD_OF_MANAGING_AGENCY, AdjustmentRequested::approver)
        .returns(Samples.PROVINCE, AdjustmentRequested::approverAgency)
        .returns("16.2.b", AdjustmentRequested::articles);
    assertThat(requested.state().status()).isEqualTo(Status.ADJUSTING);
    adjusting()
        .as(GOVERNMENT)
        .when(approveAdjustment(day(45)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .under("Sample Act", "16.2.b")
        .saying("agency", Samples.PROVINCE);
    adjusting()
        .as(CLERK)
        .when(approveAdjustment(day(45)))
        .thenRejected(RejectionCode.DECISION_NOT_RECORDED_BY_CLERK);
  }

  @Test
  void theDecisionThenReadsAsAdjustedAndItsNoticeIsOwedAnew() {
    var approved = adjusting().as(DECIDER).when(approveAdjustment(day(45)));
    approved.thenTypes(
        AdjustmentApproved.class, NoticeOwed.class, TimeLimitEnded.class, TimeLimitStarted.class);
    var state = approved.state();
    assertThat(state.status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(state.outcome().outstanding())
        .extracting(NoticeOwed.Addressee::id)
        .containsExactly(PROVIDER, RoadLaw.FINANCE);
    var after = adjusting().after(approveAdjustment(day(45)));
    assertThat(last(after, "adjustment-appraisal").reason()).isEqualTo(Reason.FULFILLED);
    assertThat(running(after)).contains("adjustment-notice");
    var told = after.after(inform(day(46), PROVIDER)).after(inform(day(47), RoadLaw.FINANCE));
    assertThat(told.state().status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(last(told, "adjustment-notice"))
        .returns(Reason.FULFILLED, LimitSegment::reason)
        .returns(day(47), LimitSegment::endedOn);
    after
        .as(CLERK)
        .when(inform(day(44), PROVIDER))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .saying("step", day(45).toString());
  }

  @Test
  void theLastContentHolds() {
    var content = ContentBuilder.complete().without(DecisionPart.COUNTERPART);
    adjusting()
        .as(DECIDER)
        .when(approveAdjustment(day(45), content))
        .thenRejected(RejectionCode.DECISION_CONTENT_MISSING)
        .at("content.counterpart");
    var after = adjusting().after(approveAdjustment(day(45)));
    assertThat(after.state().decision())
        .isEqualTo(after.state().life().adjustments().getFirst().approval().content());
  }

  @Test
  void whatWasNotNotifiedOfTheFirstDecisionIsStillOwed() {
    var asked =
        LifeSamples.approved()
            .after(inform(day(9), PROVIDER))
            .after(adjust(day(10)))
            .after(refuseAdjustment(day(11)));
    assertThat(asked.state().outcome().outstanding())
        .extracting(NoticeOwed.Addressee::id)
        .as("the provider is told of the refusal, the finance office still of the approval")
        .containsExactly(PROVIDER, RoadLaw.FINANCE);
    assertThat(asked.state().status()).isEqualTo(Status.APPROVED);
    assertThat(asked.after(RoadSamples.informAll(day(12))).state().status())
        .isEqualTo(Status.NOTIFIED);
  }

  @Test
  void aRefusalLeavesTheDecisionAndTellsTheProvider() {
    var refused = adjusting().as(DECIDER).when(refuseAdjustment(day(45)));
    assertThat(refused.the(NoticeOwed.class).addressees())
        .extracting(NoticeOwed.Addressee::id)
        .containsExactly(PROVIDER);
    assertThat(refused.state())
        .returns(Status.IMPLEMENTING, DossierState::status)
        .returns(started().state().decision(), DossierState::decision);
    adjusting()
        .as(DECIDER)
        .when(new RefuseAdjustment(day(45), " ", "Sample Act 16", RoadSamples.paper(day(45))))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("reason");
    adjusting()
        .as(DECIDER)
        .when(refuseAdjustment(day(39)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
  }

  @Test
  void factsThatMakeItThePrimeMinistersGoToHimAndAreThenTheFacts() {
    var requested = started().after(adjust(day(40), SECURITY));
    assertThat(requested.state().life().openAdjustment())
        .returns("PRIME_MINISTER", Adjustment::approver)
        .returns(RoadLaw.GOVERNMENT_OFFICE, Adjustment::approverAgency);
    assertThat(requested.state().facts()).as("nothing is adjusted yet").isEqualTo(Samples.aid());
    requested
        .as(DECIDER)
        .when(approveAdjustment(day(45)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY)
        .under("Sample Act", "16.2.a");
    // He does not work here: a clerk of the receiving agency may record it, as at first.
    var approved = requested.after(CLERK, approveAdjustment(day(45)));
    assertThat(approved.state().facts()).isEqualTo(SECURITY);
    assertThat(approved.state().life().adjustments().getFirst().approval())
        .returns(true, AdjustmentApproved::recordedByClerk)
        .returns("PRIME_MINISTER", AdjustmentApproved::decidedBy);
    assertThat(approved.state().participants()).contains(RoadLaw.GOVERNMENT_OFFICE);
    // From now on his decision stands.
    var again = approved.when(adjust(day(50))).the(AdjustmentRequested.class);
    assertThat(again)
        .returns(2, AdjustmentRequested::number)
        .returns("PRIME_MINISTER", AdjustmentRequested::approver);
  }

  @Test
  void aClerkRecordsThePrimeMinistersDecision() {
    primeMinisters()
        .after(adjust(day(40)))
        .as(FOCAL_CLERK)
        .when(approveAdjustment(day(45)))
        .the(AdjustmentApproved.class);
  }

  @Test
  void oneAdjustmentIsOpenAtATimeAndItChangesSomething() {
    adjusting().when(adjust(day(41))).thenRejected(RejectionCode.WRONG_STATE);
    started().when(adjust(day(40), null)).thenRejected(RejectionCode.NOTHING_TO_ADJUST).at("parts");
    started().when(adjust(day(40), Samples.aid())).thenRejected(RejectionCode.NOTHING_TO_ADJUST);
    started()
        .when(adjust(day(40), AidBuilder.of(Samples.aid()).managingAgencies("khong-co").build()))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("aid.managingAgencies[0]");
    started().when(adjust(day(7))).thenRejected(RejectionCode.DATE_BEFORE_STEP);
  }

  @Test
  void beforeItBeginsAnAdjustmentLeadsBackToWhereTheCaseStood() {
    var adjusted = notified().after(adjust(day(20))).after(approveAdjustment(day(25)));
    assertThat(adjusted.state().status()).as("the notice is owed again").isEqualTo(Status.APPROVED);
    assertThat(adjusted.after(RoadSamples.informAll(day(26))).state().status())
        .isEqualTo(Status.NOTIFIED);
    var begun = notified().after(adjust(day(20))).after(LifeSamples.start(day(22)));
    assertThat(begun.state().status()).isEqualTo(Status.ADJUSTING);
    assertThat(begun.after(approveAdjustment(day(25))).state().status())
        .isEqualTo(Status.IMPLEMENTING);
  }

  @Test
  void aQuestionOfTheFactsIsAnsweredFirst() {
    AidFacts drafting = Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT);
    var open = started().after(adjust(day(40), drafting));
    assertThat(open.state().openQuestions()).extracting(OpenQuestion::id).contains("law-drafting");
    assertThat(Awaited.of(open.state()))
        .extracting(Awaited::what)
        .contains(Awaited.What.ADJUSTMENT_DECISION, Awaited.What.ANSWER);
    open.as(DECIDER)
        .when(approveAdjustment(day(45)))
        .thenRejected(RejectionCode.QUESTION_OPEN)
        .saying("question", "law-drafting");
    open.as(DECIDER)
        .when(Samples.decide(day(39), "law-drafting", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP);
    var answered = open.as(DECIDER).when(Samples.decide(day(42), "law-drafting", "PRIME_MINISTER"));
    answered.thenTypes(OpenQuestionDecided.class, AdjustmentDetermined.class);
    assertThat(answered.state().life().openAdjustment())
        .returns("PRIME_MINISTER", Adjustment::approver)
        .returns("16.2.a", Adjustment::articles);
    assertThat(answered.state().openQuestions()).isEmpty();
  }

  @Test
  void aQuestionOfThePackIsAskedAnewForEachAdjustment() {
    var question =
        new Question("who-adjusts", NAME, null, List.of(AdjustmentEntry.SAME, "PRIME_MINISTER"));
    var asking =
        under(started(), List.of(entry(Condition.ALWAYS, null, question)), null)
            .after(adjust(day(40)));
    assertThat(asking.state().openQuestions())
        .containsExactly(new OpenQuestion("who-adjusts", "16.9", null, question.answers()));
    var decided =
        asking
            .after(Samples.decide(day(41), "who-adjusts", AdjustmentEntry.SAME))
            .after(approveAdjustment(day(45)));
    var again = decided.after(adjust(day(50)));
    assertThat(again.state().openQuestions())
        .extracting(OpenQuestion::id)
        .containsExactly("who-adjusts");
    assertThat(again.state().life().openAdjustment().approver()).isNull();
  }

  @Test
  void whatChangesNoPartOfTheDecisionNeedsNone() {
    var nobody = List.of(entry(Condition.ALWAYS, AdjustmentEntry.NOBODY, null));
    var contact = AidBuilder.of(Samples.aid()).subjects(SubjectTag.RELIGION).build();
    var adjusted = under(started(), nobody, null).when(adjust(day(40), contact));
    adjusted.thenTypes(AdjustmentRequested.class);
    assertThat(adjusted.state())
        .returns(Status.IMPLEMENTING, DossierState::status)
        .returns(contact, DossierState::facts)
        .returns(null, s -> s.life().openAdjustment());
  }

  @Test
  void anAnswerThatNobodyNeedsToDecideEndsIt() {
    var question = new Question("who-adjusts", NAME, null, List.of(AdjustmentEntry.NOBODY));
    var asking =
        under(started(), List.of(entry(Condition.ALWAYS, null, question)), null)
            .after(adjust(day(40), SECURITY));
    assertThat(running(asking)).contains("adjustment-appraisal");
    var settled = asking.after(Samples.decide(day(41), "who-adjusts", AdjustmentEntry.NOBODY));
    assertThat(settled.state())
        .returns(Status.IMPLEMENTING, DossierState::status)
        .returns(SECURITY, DossierState::facts);
    assertThat(last(settled, "adjustment-appraisal").reason()).isEqualTo(Reason.NO_LONGER_OWED);
  }

  @Test
  void afterTheActWasRepealedAPersonSaysWhoDecides() {
    var repealed = under(started(), DutyLaw.PACK.life().adjustment(), day(30));
    var asked = repealed.after(adjust(day(40)));
    assertThat(asked.state().openQuestions())
        .containsExactly(
            new OpenQuestion(
                "adjustment-after-repeal",
                "16.2.a",
                AgencyRegistry.HEAD_OF_MANAGING_AGENCY,
                List.of(AgencyRegistry.HEAD_OF_MANAGING_AGENCY, "PRIME_MINISTER")));
    var answered =
        asked.after(Samples.decide(day(41), "adjustment-after-repeal", "PRIME_MINISTER"));
    assertThat(answered.state().life().openAdjustment())
        .returns("PRIME_MINISTER", Adjustment::approver)
        .returns(RoadLaw.GOVERNMENT_OFFICE, Adjustment::approverAgency);
    answered.as(GOVERNMENT).when(approveAdjustment(day(45))).the(AdjustmentApproved.class);
    // Before the repeal the act itself said it.
    assertThat(repealed.when(adjust(day(30))).the(AdjustmentRequested.class).questions()).isEmpty();
  }
}
