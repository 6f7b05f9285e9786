package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.TimeLimitLedgerTest.segments;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.GoodsItem.GoodsClass;
import io.vientro.core.aid.GoodsItem.ImportDecision;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.TimeLimitLedgerTest.Segment;
import io.vientro.core.rules.AgencyRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who approves and who receives, and what happens where the text does not say. */
class OpenQuestionTest {

  private static final AidFacts DRAFTING = Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT);

  private static final DossierScenario OPEN =
      given().on(DAY.plusDays(30)).after(Samples.submit(DRAFTING, Samples.completePapers()));

  @Test
  void theFirstEntryThatHoldsDecides() {
    assertThat(classified(Samples.aidAbout(SubjectTag.SECURITY, SubjectTag.LAW_DRAFTING_COMPONENT)))
        .isEqualTo(
            new AidClassified(
                "PRIME_MINISTER",
                null,
                "7.1.a",
                "FOCAL_MINISTRY",
                Samples.MINISTRY,
                "8.6.a",
                List.of()));
  }

  @Test
  void whereTheTextIsOpenNothingIsDecidedAndTheQuestionStands() {
    assertThat(classified(DRAFTING))
        .isEqualTo(
            new AidClassified(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                    new OpenQuestion(
                        "law-drafting",
                        "7.1.a",
                        "PRIME_MINISTER",
                        List.of("PRIME_MINISTER", AgencyRegistry.HEAD_OF_MANAGING_AGENCY)))));
  }

  @Test
  void theAgencyOfARoleIsTheOneOfTheDayOfFiling() {
    var aid = Samples.aidAbout(SubjectTag.SECURITY);
    assertThat(
            Classification.of(
                    aid, Map.of(), Samples.PACK, Samples.REGISTRY, LocalDate.of(2026, 6, 30))
                .receiverAgency())
        .isEqualTo(Samples.MINISTRY);
    assertThat(
            Classification.of(
                    aid, Map.of(), Samples.PACK, Samples.REGISTRY, LocalDate.of(2026, 7, 1))
                .receiverAgency())
        .isEqualTo("bo-moi");
  }

  @Test
  void theAnswerDecidesApproverAndReceiver() {
    var outcome =
        OPEN.as(Samples.DECIDER)
            .when(
                Samples.decide(
                    DAY.plusDays(2), "law-drafting", AgencyRegistry.HEAD_OF_MANAGING_AGENCY));
    outcome.thenTypes(OpenQuestionDecided.class, AidClassified.class, ChecklistChecked.class);
    assertThat(outcome.the(AidClassified.class))
        .returns(AgencyRegistry.HEAD_OF_MANAGING_AGENCY, AidClassified::approver)
        .returns("7.1.a", AidClassified::approverArticles)
        .returns(Samples.PROVINCE, AidClassified::receiverAgency);
    assertThat(outcome.the(OpenQuestionDecided.class))
        .returns("Hợp phần nhỏ", OpenQuestionDecided::reason)
        .returns("pack-digest", e -> e.grounds().packSha256());
    assertThat(outcome.state().openQuestions()).isEmpty();
  }

  @Test
  void anAnswerMayMakeAnotherAgencyTheReceiver() {
    OPEN.after(Samples.decide(DAY.plusDays(2), "law-drafting", "PRIME_MINISTER"))
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY.plusDays(2)))
        .thenRejected(RejectionCode.WRONG_RECEIVER)
        .saying("receiver", Samples.MINISTRY);
  }

  @Test
  void acceptanceFollowsTheAnswer() {
    var answered =
        OPEN.after(
                Samples.decide(
                    DAY.plusDays(2), "law-drafting", AgencyRegistry.HEAD_OF_MANAGING_AGENCY))
            .as(Samples.RECEPTION);
    answered
        .when(Samples.accept(DAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("completeOn")
        .saying("step", "2026-03-04");
    assertThat(answered.when(Samples.accept(DAY.plusDays(2))).state().status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void theAnswerIsOneThatIsOfferedForAQuestionThatIsOpen() {
    var decider = OPEN.as(Samples.DECIDER);
    decider
        .when(Samples.decide(DAY, "several-agencies", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.UNKNOWN_QUESTION)
        .at("question")
        .saying("question", "several-agencies");
    decider
        .when(Samples.decide(DAY, "law-drafting", "VFF_PRESIDENT"))
        .thenRejected(RejectionCode.ANSWER_NOT_OFFERED)
        .at("answer")
        .under("Sample Act", "7.1.a")
        .saying("answers", "PRIME_MINISTER, HEAD_OF_MANAGING_AGENCY");
  }

  @Test
  void anAnswerIsNeitherOfTomorrowNorOlderThanTheFactsThatRaisedTheQuestion() {
    OPEN.as(Samples.DECIDER)
        .when(Samples.decide(DAY.plusDays(31), "law-drafting", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("decidedOn");
    given()
        .on(DAY.plusDays(30))
        .after(Samples.submitComplete())
        .after(Samples.correct(DAY.plusDays(5), DRAFTING))
        .as(Samples.DECIDER)
        .when(Samples.decide(DAY.plusDays(4), "law-drafting", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("decidedOn")
        .saying("step", "2026-03-07");
  }

  @Test
  void anAnswerGivenBeforeASlipMayBeRecordedAfterIt() {
    var outcome =
        OPEN.after(Samples.requestSupplement(DAY.plusDays(5), null))
            .as(Samples.DECIDER)
            .when(Samples.decide(DAY.plusDays(2), "law-drafting", "PRIME_MINISTER"));
    assertThat(outcome.state())
        .returns(Status.SUPPLEMENT_REQUESTED, DossierState::status)
        .returns(DAY.plusDays(5), DossierState::lastStepOn);
  }

  @Test
  void anAnswerHoldsWhenFactsAreCorrectedThatItDoesNotTurnOn() {
    var scenario =
        OPEN.after(Samples.decide(DAY, "law-drafting", AgencyRegistry.HEAD_OF_MANAGING_AGENCY))
            .after(
                Samples.correct(
                    DAY, AidBuilder.of(DRAFTING).managingAgencies(Samples.PROVINCE).build()));
    assertThat(scenario.state().openQuestions()).isEmpty();
  }

  @Test
  void anAidOfSeveralManagingAgenciesIsAcceptedByAnyOfThemOnceThatIsDecided() {
    var several =
        AidBuilder.of(Samples.aid())
            .managingAgencies(Samples.OTHER_PROVINCE, Samples.PROVINCE)
            .build();
    var answered =
        given()
            .after(Samples.submit(several, Samples.completePapers()))
            .after(Samples.decide(DAY, "several-agencies", AgencyRegistry.HEAD_OF_MANAGING_AGENCY));
    assertThat(answered.state().classification())
        .returns(null, AidClassified::receiverAgency)
        .returns(AgencyRegistry.MANAGING_AGENCY, AidClassified::receiver);
    assertThat(answered.as(Samples.RECEPTION).when(Samples.accept(DAY)).state().status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void anAidOfSeveralManagingAgenciesIsNotAcceptedByAThird() {
    var several =
        AidBuilder.of(Samples.aid())
            .managingAgencies(Samples.OTHER_PROVINCE, Samples.MINISTRY)
            .build();
    given()
        .after(Samples.submit(several, Samples.completePapers()))
        .after(Samples.decide(DAY, "several-agencies", AgencyRegistry.HEAD_OF_MANAGING_AGENCY))
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.WRONG_RECEIVER)
        .saying("receiver", AgencyRegistry.MANAGING_AGENCY);
  }

  // Papers that turn on the question

  private static final AidFacts USED_GOODS =
      AidBuilder.of(DRAFTING)
          .goods(
              new GoodsItem(
                  "Xe cứu thương",
                  GoodsClass.VEHICLE,
                  true,
                  ImportDecision.NOT_PRIME_MINISTER,
                  false,
                  null,
                  null))
          .build();

  private static final DossierScenario UNDETERMINED =
      given().on(DAY.plusDays(30)).after(Samples.submit(USED_GOODS, Samples.completePapers()));

  @Test
  void anUndeterminedPaperAloneIsNoReasonToReturnTheDossier() {
    assertThat(UNDETERMINED.state().lastGaps())
        .containsExactly(new Gap("used-goods-inspection", Gap.UNDETERMINED, "8.3", null));
    assertThat(UNDETERMINED.state().limits()).isEmpty();
    UNDETERMINED
        .as(Samples.RECEPTION)
        .when(new RequestSupplement(DAY, null, null, Samples.DUTY))
        .thenRejected(RejectionCode.NOTHING_TO_SUPPLEMENT);
  }

  @Test
  void theAnswerThatMakesThePaperOwedStartsTheLimitForItsReturn() {
    var answered =
        UNDETERMINED.after(Samples.decide(DAY.plusDays(4), "law-drafting", "PRIME_MINISTER"));
    assertThat(segments(answered))
        .containsExactly(new Segment("incomplete-return", 1, DAY.plusDays(4), null, null));
    assertThat(answered.state().limits().getFirst().started().cause())
        .isEqualTo("DecideOpenQuestion");
  }

  @Test
  void noSegmentEndsBeforeItStartsWhenAnOlderAnswerIsRecordedLate() {
    var backDated =
        given()
            .on(DAY.plusDays(30))
            .after(Samples.submit(USED_GOODS, List.of()))
            .after(Samples.requestSupplement(DAY.plusDays(1), null))
            .after(
                Samples.supplement(
                    DAY.plusDays(9), Samples.completePapers().toArray(DossierDocument[]::new)))
            .after(Samples.decide(DAY.plusDays(3), "law-drafting", "PRIME_MINISTER"));
    assertThat(segments(backDated).getLast().from()).isEqualTo(DAY.plusDays(9));
    assertThat(backDated.state().limits())
        .allSatisfy(
            l ->
                assertThat(l.endedOn() == null || !l.endedOn().isBefore(l.started().from()))
                    .isTrue());
  }

  @Test
  void onlyADecisionMakerOfTheHandlingAgencyAnswers() {
    OPEN.as(new Actor("khac", Role.DECISION_MAKER, Samples.OTHER_PROVINCE))
        .when(Samples.decide(DAY, "law-drafting", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER);
  }

  private static AidClassified classified(AidFacts aid) {
    return Classification.of(aid, Map.of(), Samples.PACK, Samples.REGISTRY, DAY);
  }
}
