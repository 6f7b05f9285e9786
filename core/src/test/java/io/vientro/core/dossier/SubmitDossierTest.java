package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Medium;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.value.Personal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmitDossierTest {

  @Test
  void aCompleteDossierIsFiledClassifiedAndChecked() {
    var outcome = given().when(Samples.submitComplete());
    outcome.thenTypes(DossierSubmitted.class, AidClassified.class, ChecklistChecked.class);
    assertThat(outcome.the(DossierSubmitted.class))
        .returns(Samples.APPLICANT_ORGANISATION, DossierSubmitted::applicant)
        .returns(new PackPin("sample-act", 1, "pack-digest", false), DossierSubmitted::pack);
    assertThat(outcome.the(AidClassified.class))
        .isEqualTo(
            new AidClassified(
                AgencyRegistry.HEAD_OF_MANAGING_AGENCY,
                Samples.PROVINCE,
                "7.2.a",
                AgencyRegistry.MANAGING_AGENCY,
                Samples.PROVINCE,
                "8.6.b",
                List.of()));
    assertThat(outcome.the(ChecklistChecked.class).gaps()).isEmpty();
    assertThat(outcome.state())
        .returns(Status.SUBMITTED, DossierState::status)
        .returns(null, DossierState::code);
  }

  @Test
  void anIncompleteDossierIsTakenInAndItsReturnIsOwed() {
    var outcome = given().when(Samples.submitIncomplete());
    outcome.thenTypes(
        DossierSubmitted.class,
        AidClassified.class,
        ChecklistChecked.class,
        TimeLimitStarted.class);
    assertThat(outcome.the(ChecklistChecked.class).gaps())
        .containsExactly(
            new Gap("request", "missing", "8.1.a", null),
            new Gap("project-document", "missing", "8.1.c", null));
    assertThat(outcome.the(TimeLimitStarted.class))
        .returns("incomplete-return", TimeLimitStarted::limit)
        .returns(1, TimeLimitStarted::segment)
        .returns(DAY, TimeLimitStarted::from)
        .returns("SubmitDossier", TimeLimitStarted::cause);
  }

  @Test
  void receptionFilesOnPaperForAnApplicant() {
    var outcome =
        given()
            .as(Samples.RECEPTION)
            .when(Samples.submitComplete("truong-mau", Samples.FOR_APPLICANT));
    assertThat(outcome.the(DossierSubmitted.class).applicant()).isEqualTo("truong-mau");
    assertThat(outcome.the(DossierSubmitted.class).act()).isEqualTo(Samples.FOR_APPLICANT);
  }

  @Test
  void aSubmissionOutsideThePacksPeriodIsFiledAndMarked() {
    var before = LocalDate.of(2020, 9, 16);
    assertThat(given().when(filedOn(before)).the(DossierSubmitted.class).pack().outOfForce())
        .isTrue();
    assertThat(
            given()
                .when(filedOn(before.plusDays(1)))
                .the(DossierSubmitted.class)
                .pack()
                .outOfForce())
        .isFalse();
    var last = LocalDate.of(2026, 12, 31);
    var later = given().on(last.plusDays(1));
    assertThat(later.when(filedOn(last)).the(DossierSubmitted.class).pack().outOfForce()).isFalse();
    assertThat(
            later.when(filedOn(last.plusDays(1))).the(DossierSubmitted.class).pack().outOfForce())
        .isTrue();
  }

  @Test
  void theDateOfSubmissionIsNotAfterToday() {
    given()
        .when(filedOn(DAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("submittedOn")
        .saying("today", "2026-03-02");
  }

  @Test
  void theDossierIsHandedToAnAgencyThatReceivesDossiers() {
    given()
        .when(filedWith("khong-co"))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("filedWith")
        .saying("agency", "khong-co");
    given()
        .when(filedWith(Samples.WITHOUT_COUNTER))
        .thenRejected(RejectionCode.UNKNOWN_AGENCY)
        .at("filedWith");
  }

  @Test
  void anOfficerFilesAtTheOwnCounterOnly() {
    var c = filedWith(Samples.OTHER_PROVINCE);
    given()
        .as(Samples.RECEPTION)
        .when(
            new SubmitDossier(
                DAY,
                c.channel(),
                c.filedWith(),
                null,
                3,
                c.aid(),
                c.documents(),
                Samples.FOR_APPLICANT))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER)
        .at("filedWith");
  }

  @Test
  void anApplicantFilesForTheOwnOrganisationOnly() {
    given()
        .when(Samples.submitComplete("truong-mau", OWN))
        .thenRejected(RejectionCode.APPLICANT_IS_SOMEBODY_ELSE)
        .at("applicant")
        .saying("applicant", Samples.APPLICANT_ORGANISATION);
    given()
        .when(Samples.submitComplete(Samples.APPLICANT_ORGANISATION, OWN))
        .thenTypes(DossierSubmitted.class, AidClassified.class, ChecklistChecked.class);
  }

  @Test
  void whoActsOnBehalfSaysForWhom() {
    submitAs(Capacity.ON_BEHALF, null)
        .thenRejected(RejectionCode.ACT_NAMES_NOBODY)
        .at("act.onBehalfOf");
  }

  @Test
  void whoActsForNobodyNamesNobody() {
    submitAs(Capacity.OWN_RIGHT, "Người Khác")
        .thenRejected(RejectionCode.ACT_NAMES_SOMEBODY)
        .at("act.onBehalfOf");
  }

  @Test
  void anOfficerWhoFilesActsOnTheApplicantsBehalf() {
    given()
        .as(Samples.RECEPTION)
        .when(Samples.submitComplete("truong-mau", Samples.DUTY))
        .thenRejected(RejectionCode.ACT_NOT_ON_BEHALF)
        .at("act.capacity");
  }

  @Test
  void thePaperOfAnActIsNotOfTomorrow() {
    var tomorrow = new ActDocument("1/GGT", DAY.plusDays(1), null);
    given()
        .when(Samples.submitComplete(null, new Act(Capacity.OWN_RIGHT, null, tomorrow)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("act.document.date");
  }

  @Test
  void setsAndCopiesAreCounted() {
    var c = Samples.submitComplete();
    given()
        .when(
            new SubmitDossier(
                DAY, c.channel(), c.filedWith(), null, 0, c.aid(), c.documents(), OWN))
        .thenRejected(RejectionCode.NUMBER_NOT_POSITIVE)
        .at("sets");
    given()
        .when(withSecondPaper(0, "vi", null))
        .thenRejected(RejectionCode.NUMBER_NOT_POSITIVE)
        .at("documents[1].copies");
  }

  @Test
  void aPaperIsInALanguageAndNotOfTomorrow() {
    given()
        .when(withSecondPaper(1, "VN", null))
        .thenRejected(RejectionCode.UNKNOWN_LANGUAGE)
        .at("documents[1].language")
        .saying("language", "VN");
    given()
        .when(withSecondPaper(1, "vi", DAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("documents[1].issuedOn");
  }

  private static DossierScenario.Outcome submitAs(Capacity capacity, @Nullable String onBehalfOf) {
    var named = onBehalfOf == null ? null : Personal.of(onBehalfOf);
    return given().when(Samples.submitComplete(null, new Act(capacity, named, null)));
  }

  private static SubmitDossier filedOn(LocalDate day) {
    var c = Samples.submitComplete();
    return new SubmitDossier(
        day, c.channel(), c.filedWith(), null, c.sets(), c.aid(), c.documents(), OWN);
  }

  private static SubmitDossier filedWith(String agency) {
    var c = Samples.submitComplete();
    return new SubmitDossier(DAY, c.channel(), agency, null, 3, c.aid(), c.documents(), OWN);
  }

  private static SubmitDossier withSecondPaper(
      int copies, String language, @Nullable LocalDate issuedOn) {
    var papers = new ArrayList<DossierDocument>();
    papers.add(Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL));
    papers.add(
        new DossierDocument(
            DocumentKind.OTHER,
            null,
            issuedOn,
            CopyForm.PLAIN_COPY,
            Medium.ELECTRONIC,
            copies,
            language,
            Translation.NONE,
            null));
    return Samples.submit(Samples.aid(), papers);
  }
}
