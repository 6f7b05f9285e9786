package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.accepted;
import static io.vientro.core.dossier.RoadSamples.answer;
import static io.vientro.core.dossier.RoadSamples.answered;
import static io.vientro.core.dossier.RoadSamples.ask;
import static io.vientro.core.dossier.RoadSamples.asked;
import static io.vientro.core.dossier.RoadSamples.concluded;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.letter;
import static io.vientro.core.dossier.RoadSamples.paper;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.SubjectTag;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.RejectionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asking agencies for their opinion, and what they answer (Art. 10.2). */
class OpinionsTest {

  private static final DossierScenario DEFENCE = accepted(Samples.aidAbout(SubjectTag.DEFENCE));

  @Test
  void anAgencyIsAskedInAllItsRolesAtOnce() {
    accepted()
        .as(LEAD_APPRAISER)
        .when(ask(RoadLaw.FINANCE, day(1)))
        .then(
            new AgencyOpinionRequested(
                RoadLaw.FINANCE,
                1,
                List.of("FINANCE", "PLANNING"),
                day(1),
                null,
                null,
                null,
                DUTY));
  }

  @Test
  void aRelatedAgencyMayBeAskedThoughNoArticleNamesIt() {
    var request =
        accepted()
            .as(LEAD_APPRAISER)
            .when(ask(RoadLaw.RELATED, day(1)))
            .the(AgencyOpinionRequested.class);
    assertThat(request.roles()).isEmpty();
  }

  @Test
  void theStatusFollowsWhoStillOwesAnAnswer() {
    var consulting = accepted().after(ask(RoadLaw.FINANCE, day(1)));
    assertThat(consulting.state().status()).isEqualTo(Status.CONSULTING);
    var one = consulting.after(ask(RoadLaw.UNION, day(2))).after(answer(RoadLaw.FINANCE, day(3)));
    assertThat(one.state().status()).isEqualTo(Status.CONSULTING);
    var both = one.after(RoadSamples.UNION, answer(RoadLaw.UNION, day(4)));
    assertThat(both.state().status()).isEqualTo(Status.APPRAISING);
    assertThat(both.after(ask(RoadLaw.RELATED, day(5))).state().status())
        .isEqualTo(Status.CONSULTING);
  }

  @Test
  void anAnswerDuringTheMeetingLeavesTheMeetingWhereItIs() {
    assertThat(
            asked()
                .after(RoadSamples.convene(day(2), day(4)))
                .after(answer(RoadLaw.FINANCE, day(3)))
                .after(ask(RoadLaw.RELATED, day(3)))
                .state()
                .status())
        .isEqualTo(Status.APPRAISAL_MEETING);
  }

  @Test
  void nobodyAsksOneself() {
    refused(ask(RoadLaw.LEAD, day(1)), RejectionCode.LEAD_ASKS_ITSELF, "agency");
  }

  @Test
  void anUnknownAgencyIsNotAsked() {
    refused(ask("so-khong-co", day(1)), RejectionCode.UNKNOWN_AGENCY, "agency");
  }

  @Test
  void anAgencyThatOwesItsAnswerIsNotAskedAgain() {
    asked()
        .as(LEAD_APPRAISER)
        .when(ask(RoadLaw.FINANCE, day(2)))
        .thenRejected(RejectionCode.OPINION_ALREADY_REQUESTED)
        .at("agency")
        .saying("date", day(1).toString());
  }

  @Test
  void anAgencyThatAnsweredMayBeAskedOnceMore() {
    var again =
        answered()
            .as(LEAD_APPRAISER)
            .when(ask(RoadLaw.FINANCE, day(4)))
            .the(AgencyOpinionRequested.class);
    assertThat(again.number()).isEqualTo(2);
    var second =
        answered().after(ask(RoadLaw.FINANCE, day(4))).after(answer(RoadLaw.FINANCE, day(5)));
    assertThat(second.state().appraisal().opinions())
        .filteredOn(o -> o.request().agency().equals(RoadLaw.FINANCE))
        .extracting(o -> o.answer().answeredOn())
        .containsExactly(day(3), day(5));
  }

  @Test
  void theLetterIsNeitherOlderThanAcceptanceNorOfTomorrow() {
    refused(ask(RoadLaw.FINANCE, day(-1)), RejectionCode.DATE_BEFORE_STEP, "requestedOn");
    refused(ask(RoadLaw.FINANCE, TODAY.plusDays(1)), RejectionCode.DATE_IN_FUTURE, "requestedOn");
    assertThat(accepted().as(LEAD_APPRAISER).when(ask(RoadLaw.FINANCE, DAY)).events()).hasSize(1);
  }

  @Test
  void anAnswerIsNotDueBeforeItIsAskedFor() {
    refused(askBy(day(0)), RejectionCode.DATE_BEFORE_STEP, "answerBy");
    assertThat(accepted().as(LEAD_APPRAISER).when(askBy(day(1))).events()).hasSize(1);
  }

  @Test
  void withoutALetterDayAndWithoutALimitOfTheAgencyNothingSaysWhenItIsDue() {
    var request =
        accepted()
            .as(LEAD_APPRAISER)
            .when(ask(RoadLaw.FINANCE, day(1)))
            .the(AgencyOpinionRequested.class);
    assertThat(request.due(Samples.CALENDAR)).isNull();
  }

  @Test
  void theAgencysOwnLimitSaysWhenAnAnswerIsDueWithItsBasis() {
    var request =
        accepted()
            .where(RoadSamples.parameter("opinion-days", "3"))
            .as(LEAD_APPRAISER)
            .when(ask(RoadLaw.FINANCE, day(1)))
            .the(AgencyOpinionRequested.class);
    assertThat(request.term())
        .isEqualTo(
            new LegalTerm(
                3,
                Unit.WORKING_DAY,
                EndRule.ROLL_FORWARD,
                new LegalBasis("Sample Regulation 7", "")));
    // 3 March is a Tuesday.
    assertThat(request.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(LocalDate.of(2026, 3, 6)));
  }

  @Test
  void theDayThatTheLetterNamesGoesBeforeTheAgencysLimit() {
    var request =
        accepted()
            .where(RoadSamples.parameter("opinion-days", "3"))
            .as(LEAD_APPRAISER)
            .when(askBy(day(20)))
            .the(AgencyOpinionRequested.class);
    assertThat(request.due(Samples.CALENDAR)).isEqualTo(new DueDate.On(day(20)));
  }

  @Test
  void aRoleWithoutAnAgencyIsAskedThroughTheOneThatIsNamed() {
    var request =
        DEFENCE
            .as(LEAD_APPRAISER)
            .when(inRole(RoadLaw.RELATED, "BORDER_GUARD"))
            .the(AgencyOpinionRequested.class);
    assertThat(request.roles()).containsExactly("BORDER_GUARD");
  }

  @Test
  void aRoleThatTheLawDoesNotNameIsNoRole() {
    refused(inRole(RoadLaw.RELATED, "BORDER_GUARD"), RejectionCode.UNKNOWN_CONSULTEE_ROLE, "role");
  }

  @Test
  void aRoleThatAnotherAgencyPlaysIsNotGivenAway() {
    DEFENCE
        .as(LEAD_APPRAISER)
        .when(inRole(RoadLaw.RELATED, "FINANCE"))
        .thenRejected(RejectionCode.UNKNOWN_CONSULTEE_ROLE)
        .saying("role", "FINANCE");
    assertThat(
            DEFENCE
                .as(LEAD_APPRAISER)
                .when(inRole(RoadLaw.FINANCE, "FINANCE"))
                .the(AgencyOpinionRequested.class)
                .roles())
        .containsExactly("FINANCE", "PLANNING");
  }

  @Test
  void anAgencyRecordsItsOwnOpinion() {
    asked()
        .as(RoadSamples.FINANCE)
        .when(answer(RoadLaw.FINANCE, day(3)))
        .then(
            new AgencyOpinionRecorded(
                RoadLaw.FINANCE, 1, day(3), OpinionStance.AGREES, "Nhất trí", false, DUTY));
  }

  @Test
  void anAgencyDoesNotSpeakForAnother() {
    asked()
        .as(RoadSamples.FINANCE)
        .when(answer(RoadLaw.UNION, day(3)))
        .thenRejected(RejectionCode.OTHER_AGENCYS_OPINION)
        .at("agency")
        .saying("agency", RoadLaw.UNION);
  }

  @Test
  void anAgencyThatWasNotAskedHasNoSay() {
    accepted()
        .after(ask(RoadLaw.FINANCE, day(1)))
        .as(RoadSamples.UNION)
        .when(answer(RoadLaw.UNION, day(3)))
        .thenRejected(RejectionCode.NOT_ASKED_FOR_OPINION);
  }

  @Test
  void theLeadAppraiserRecordsTheLetterInWhichAnOpinionCame() {
    asked()
        .as(LEAD_APPRAISER)
        .when(letter(RoadLaw.UNION, day(3)))
        .then(
            new AgencyOpinionRecorded(
                RoadLaw.UNION,
                1,
                day(3),
                OpinionStance.AGREES_WITH_COMMENTS,
                null,
                true,
                paper(day(3))));
  }

  @Test
  void aLetterIsNamed() {
    asked()
        .as(LEAD_APPRAISER)
        .when(answer(RoadLaw.UNION, day(3)))
        .thenRejected(RejectionCode.DOCUMENT_MISSING)
        .at("act.document");
  }

  @Test
  void theReceiversAppraiserRecordsNoLetterWhereAnotherAgencyLeads() {
    asked()
        .as(Samples.APPRAISER)
        .when(letter(RoadLaw.UNION, day(3)))
        .thenRejected(RejectionCode.NOT_THE_LEAD_APPRAISER)
        .under("Sample Act", "9.3")
        .saying("agency", RoadLaw.LEAD);
  }

  @Test
  void anOpinionAnswersARequestOnce() {
    answered()
        .as(RoadSamples.FINANCE)
        .when(answer(RoadLaw.FINANCE, day(4)))
        .thenRejected(RejectionCode.OPINION_NOT_REQUESTED)
        .at("agency")
        .saying("agency", RoadLaw.FINANCE);
  }

  @Test
  void anAnswerIsNeitherOlderThanItsQuestionNorOfTomorrow() {
    var finance = asked().as(RoadSamples.FINANCE);
    finance
        .when(answer(RoadLaw.FINANCE, day(0)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("answeredOn")
        .saying("step", day(1).toString());
    finance
        .when(answer(RoadLaw.FINANCE, TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("answeredOn");
    assertThat(finance.when(answer(RoadLaw.FINANCE, day(1))).events()).hasSize(1);
  }

  @Test
  void anOpinionComesInWhileTheDossierIsBackWithTheApplicant() {
    var back = asked().after(Samples.requestSupplement(day(2), null));
    var state = back.after(answer(RoadLaw.FINANCE, day(9))).state();
    assertThat(state.status()).isEqualTo(Status.SUPPLEMENT_REQUESTED);
    // What the applicant hands in does not wait for an agency's letter.
    assertThat(state.lastStepOn()).isEqualTo(day(2));
  }

  @Test
  void aLateOpinionGoesOnRecordAndChangesNeitherStateNorConclusion() {
    var late =
        asked()
            .after(RoadSamples.conclude(day(5)))
            .after(RoadSamples.submit(day(6)))
            .after(answer(RoadLaw.FINANCE, day(20)));
    assertThat(late.state())
        .returns(Status.SUBMITTED_FOR_DECISION, DossierState::status)
        .returns(day(6), DossierState::lastStepOn);
    assertThat(late.state().appraisal().conclusion().silent())
        .containsExactly(RoadLaw.FINANCE, RoadLaw.UNION);
    assertThat(late.state().appraisal().outstanding())
        .extracting(o -> o.request().agency())
        .containsExactly(RoadLaw.UNION);
    // The decision was signed before the letter came, and can still be recorded.
    assertThat(late.after(RoadSamples.approve(day(8))).state().status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void nothingIsAskedAfterTheConclusion() {
    concluded()
        .as(LEAD_APPRAISER)
        .when(ask(RoadLaw.RELATED, day(6)))
        .thenRejected(RejectionCode.WRONG_STATE);
  }

  @Test
  void anOpinionOnADecidedCaseIsTooLate() {
    RoadSamples.submittedToPrimeMinister()
        .after(RoadSamples.FOCAL_CLERK, RoadSamples.approve(day(8)))
        .as(RoadSamples.FINANCE)
        .when(answer(RoadLaw.FINANCE, day(9)))
        .thenRejected(RejectionCode.WRONG_STATE);
  }

  private static void refused(RequestAgencyOpinion command, RejectionCode code, String field) {
    accepted().as(LEAD_APPRAISER).when(command).thenRejected(code).at(field);
  }

  private static RequestAgencyOpinion askBy(@Nullable LocalDate answerBy) {
    return new RequestAgencyOpinion(RoadLaw.FINANCE, null, day(1), answerBy, "Kinh phí", DUTY);
  }

  private static RequestAgencyOpinion inRole(String agency, String role) {
    return new RequestAgencyOpinion(agency, role, day(1), null, null, DUTY);
  }
}
