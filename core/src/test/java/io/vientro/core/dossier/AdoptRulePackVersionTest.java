package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.adopt;
import static io.vientro.core.dossier.RoadSamples.concluded;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.Identified;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person binds a dossier to a later version of its pack; nothing does it by itself. */
class AdoptRulePackVersionTest {

  /** Accepted under the first version, which does not say what follows. */
  private static final DossierScenario UNDER_FIRST =
      DossierScenario.given().on(TODAY).after(Samples.submitComplete()).after(Samples.accept(DAY));

  private static final DossierScenario TO_SECOND =
      UNDER_FIRST.where(RoadLaw::in).as(Samples.DECIDER);

  @Test
  void theLaterVersionLeadsOnWhereTheFirstWasSilent() {
    var outcome = TO_SECOND.when(adopt(2, day(2)));
    outcome.thenTypes(
        RulePackAdopted.class,
        AidClassified.class,
        AppraisalDetermined.class,
        ChecklistChecked.class);
    assertThat(outcome.the(RulePackAdopted.class))
        .isEqualTo(
            new RulePackAdopted(
                new PackPin("sample-act", 2, "road-digest", false),
                "Văn bản mới",
                "Sample Act 36",
                day(2),
                DUTY));
    assertThat(outcome.state())
        .returns(2, s -> s.pin().version())
        .returns(Status.ACCEPTED, DossierState::status)
        .returns(RoadLaw.LEAD, DossierState::leadAgency);
    assertThat(
            TO_SECOND
                .after(adopt(2, day(2)))
                .after(RoadSamples.ask(RoadLaw.FINANCE, day(3)))
                .state()
                .status())
        .isEqualTo(Status.CONSULTING);
  }

  @Test
  void whatRunsGoesOnAsItStarted() {
    assertThat(TO_SECOND.when(adopt(2, day(2))).state().limits())
        .isEqualTo(UNDER_FIRST.state().limits());
  }

  @Test
  void theVersionIsLaterThanTheOneItReplaces() {
    TO_SECOND
        .when(adopt(1, day(2)))
        .thenRejected(RejectionCode.RULE_PACK_VERSION_OLD)
        .at("version")
        .saying("version", "1");
    TO_SECOND
        .after(adopt(2, day(2)))
        .as(Samples.DECIDER)
        .when(adopt(2, day(3)))
        .thenRejected(RejectionCode.RULE_PACK_VERSION_OLD)
        .saying("version", "2");
  }

  @Test
  void theVersionIsOnRecord() {
    TO_SECOND
        .when(adopt(3, day(2)))
        .thenRejected(RejectionCode.RULE_PACK_VERSION_UNKNOWN)
        .at("version")
        .saying("version", "3");
    UNDER_FIRST
        .as(Samples.DECIDER)
        .when(adopt(2, day(2)))
        .thenRejected(RejectionCode.RULE_PACK_VERSION_UNKNOWN);
  }

  @Test
  void anAdoptionSaysWhyAndOnWhichGround() {
    TO_SECOND
        .when(new AdoptRulePackVersion(2, " ", "Sample Act 36", day(2), DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("reason");
    TO_SECOND
        .when(new AdoptRulePackVersion(2, "Văn bản mới", "", day(2), DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("legalBasis");
  }

  @Test
  void anAdoptionIsNeitherOlderThanTheLastStepNorOfTomorrow() {
    TO_SECOND
        .when(adopt(2, day(-1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("adoptedOn")
        .saying("step", DAY.toString());
    TO_SECOND
        .when(adopt(2, TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("adoptedOn");
  }

  @Test
  void aDossierIsNotCompleteUnderAVersionBeforeItWasAdopted() {
    var filed = DossierScenario.given().on(TODAY).after(Samples.submitComplete());
    filed
        .where(RoadLaw::in)
        .after(adopt(2, day(3)))
        .as(Samples.RECEPTION)
        .when(Samples.accept(day(2)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("completeOn")
        .saying("step", day(3).toString());
  }

  @Test
  void aDossierThatLacksPapersStillLacksThemAndItsLimitGoesOn() {
    var filed = DossierScenario.given().on(TODAY).after(Samples.submitIncomplete());
    var adopted = filed.where(RoadLaw::in).after(adopt(2, day(3)));
    assertThat(adopted.state().limits()).isEqualTo(filed.state().limits());
    assertThat(adopted.state().lastGaps()).isNotEmpty();
    // The step before the adoption may still be recorded; no limit ends before it began.
    assertThat(adopted.after(Samples.refuse(day(1))).state().runningLimits()).isEmpty();
  }

  @Test
  void aVersionThatChangesWhoDecidesChangesWhoMayAndWhoIsNamed() {
    var law = version(3, new Condition.All(List.of()), "PRIME_MINISTER");
    var adopted = RoadSamples.submitted().where(law).after(adopt(3, day(7)));
    adopted
        .as(Samples.DECIDER)
        .when(RoadSamples.approve(day(8)))
        .thenRejected(RejectionCode.NOT_THE_COMPETENT_AUTHORITY);
    assertThat(
            adopted.as(RoadSamples.CLERK).when(RoadSamples.approve(day(8))).the(AidApproved.class))
        .returns("PRIME_MINISTER", AidApproved::decidedBy)
        .returns(RoadLaw.GOVERNMENT_OFFICE, AidApproved::decidedByAgency)
        .returns(true, AidApproved::recordedByClerk);
  }

  @Test
  void aQuestionThatALaterVersionOpensStandsInTheWayOfSubmissionAndDecision() {
    var opens = version(3, new Condition.All(List.of()), null);
    concluded()
        .where(opens)
        .after(adopt(3, day(6)))
        .as(RoadSamples.LEAD_APPRAISER)
        .when(RoadSamples.submit(day(7)))
        .thenRejected(RejectionCode.QUESTION_OPEN)
        .saying("question", "new-question");
    var submitted = RoadSamples.submitted().where(opens).after(adopt(3, day(7)));
    for (var command :
        List.<DossierCommand>of(RoadSamples.approve(day(8)), RoadSamples.refuse(day(8)))) {
      submitted.as(Samples.DECIDER).when(command).thenRejected(RejectionCode.QUESTION_OPEN);
    }
    var answered =
        submitted.after(Samples.decide(day(7), "new-question", "HEAD_OF_MANAGING_AGENCY"));
    assertThat(answered.after(RoadSamples.approve(day(8))).state().status())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void answersThatWerePersonsStayWhereTheQuestionStays() {
    AidFacts drafting = Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT);
    var answered =
        DossierScenario.given()
            .on(TODAY)
            .after(Samples.submit(drafting, Samples.completePapers()))
            .after(Samples.decide(day(1), "law-drafting", "HEAD_OF_MANAGING_AGENCY"));
    var adopted = answered.where(RoadLaw::in).after(adopt(2, day(2)));
    assertThat(adopted.state().openQuestions()).isEmpty();
    assertThat(adopted.state().approverAgencies()).containsExactly(Samples.PROVINCE);
  }

  /** A version whose first line of authority is another one: an approver, or a question. */
  private static UnaryOperator<DecisionContext> version(
      int number, Condition when, @Nullable String approver) {
    var p = RoadLaw.version(number, RoadLaw.ROAD);
    var first =
        new AuthorityEntry(
            "new",
            "7.1",
            when,
            approver,
            approver == null
                ? new RulePack.Question(
                    "new-question",
                    p.title(),
                    null,
                    List.of("PRIME_MINISTER", "HEAD_OF_MANAGING_AGENCY"))
                : null,
            Confidence.SOURCED,
            null);
    var changed =
        new RulePack(
            p.id(),
            number,
            p.act(),
            p.title(),
            p.inForceFrom(),
            p.inForceTo(),
            List.of(first),
            p.receivers(),
            p.checklist(),
            p.sets(),
            p.translations(),
            p.dossierCode(),
            p.timeLimits(),
            p.supplements(),
            p.parameters(),
            p.road());
    return c -> RoadLaw.under(c, new Identified(changed, "changed-digest"));
  }
}
