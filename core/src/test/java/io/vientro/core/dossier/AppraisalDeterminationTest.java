package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.accepted;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.AppraisalDetermined.Consultee;
import io.vientro.core.dossier.AppraisalDetermined.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who leads (Art. 9), who is consulted and who need not be (Art. 10), read off the sample law. */
class AppraisalDeterminationTest {

  private static final String HEAD = "HEAD_OF_MANAGING_AGENCY";
  private static final AidFacts AID = Samples.aid();

  @Test
  void inAProvinceItsPlanningOfficeLeads() {
    assertThat(of(AID, HEAD))
        .returns("LOCAL_PLANNING", AppraisalDetermined::lead)
        .returns(RoadLaw.LEAD, AppraisalDetermined::leadAgency)
        .returns("9.3", AppraisalDetermined::leadArticles)
        .returns(List.of(), AppraisalDetermined::questions);
  }

  @Test
  void atTheCentreTheManagingAgencyLeadsItself() {
    assertThat(of(managedBy(Samples.MINISTRY), HEAD))
        .returns("MANAGING_AGENCY", AppraisalDetermined::lead)
        .returns(Samples.MINISTRY, AppraisalDetermined::leadAgency)
        .returns("9.2.b", AppraisalDetermined::leadArticles);
  }

  @Test
  void theFirstEntryThatHoldsDecides() {
    assertThat(of(AID, "PRIME_MINISTER"))
        .returns("FOCAL_MINISTRY", AppraisalDetermined::lead)
        .returns(Samples.MINISTRY, AppraisalDetermined::leadAgency)
        .returns("9.2", AppraisalDetermined::leadArticles);
  }

  @Test
  void whoPlaysARoleIsLookedUpOnTheDay() {
    assertThat(determined(AID, "PRIME_MINISTER", Map.of(), LocalDate.of(2026, 7, 1)).leadAgency())
        .isEqualTo("bo-moi");
  }

  @Test
  void whereTheRegistryKnowsNoLeadTheReceiverLeads() {
    var elsewhere = of(managedBy(Samples.OTHER_PROVINCE), HEAD);
    assertThat(elsewhere)
        .returns("LOCAL_PLANNING", AppraisalDetermined::lead)
        .returns(null, AppraisalDetermined::leadAgency);
    var filed =
        RoadSamples.road()
            .after(Samples.submit(managedBy(Samples.OTHER_PROVINCE), Samples.completePapers()));
    assertThat(filed.state().leadAgency()).isEqualTo(Samples.PROVINCE);
  }

  @Test
  void aLeadThatTheTextLeavesOpenIsAQuestion() {
    var shared = managedBy(Samples.PROVINCE, Samples.OTHER_PROVINCE);
    assertThat(of(shared, HEAD))
        .returns(null, AppraisalDetermined::lead)
        .returns(null, AppraisalDetermined::leadAgency)
        .returns(null, AppraisalDetermined::leadArticles)
        .returns(
            List.of(
                new OpenQuestion(
                    "who-leads", "9.3", null, List.of("FOCAL_MINISTRY", "LOCAL_PLANNING"))),
            AppraisalDetermined::questions);
    assertThat(determined(shared, HEAD, Map.of("who-leads", "FOCAL_MINISTRY"), DAY))
        .returns("FOCAL_MINISTRY", AppraisalDetermined::lead)
        .returns(Samples.MINISTRY, AppraisalDetermined::leadAgency)
        .returns("9.3", AppraisalDetermined::leadArticles)
        .returns(List.of(), AppraisalDetermined::questions);
  }

  @Test
  void consulteesStandInTheOrderOfTheLawAndAnAgencyOfTwoRolesStandsOnce() {
    assertThat(of(AID, HEAD).consultees())
        .containsExactly(
            new Consultee(
                List.of("FINANCE", "PLANNING"), RoadLaw.FINANCE, "10.2.a, 10.2.b", Duty.COMPULSORY),
            new Consultee(List.of("UNION"), RoadLaw.UNION, "10.2.c", Duty.COMPULSORY),
            new Consultee(List.of("LOCAL_FINANCE"), RoadLaw.LEAD, "10.2.d", Duty.LEADS_ITSELF));
  }

  @Test
  void theReceiverThatLeadsForWantOfAnotherAsksNotItselfEither() {
    // Filed with the finance agency, for a place whose planning office the registry does not know.
    var determined =
        AppraisalDetermination.of(
            managedBy(Samples.OTHER_PROVINCE),
            HEAD,
            RoadLaw.FINANCE,
            Map.of(),
            RoadLaw.ROAD,
            RoadLaw.REGISTRY,
            DAY);
    assertThat(determined.consultees())
        .filteredOn(c -> RoadLaw.FINANCE.equals(c.agency()))
        .extracting(Consultee::duty)
        .containsExactly(Duty.LEADS_ITSELF);
  }

  @Test
  void conditionsOfAnEntryDecideWhetherItNamesAnybody() {
    var company =
        AidBuilder.of(AID)
            .provider(
                new Provider(
                    ProviderPaperKind.OTHER, ProviderClass.COMPANY, "Sample AG", null, "DE", null))
            .build();
    assertThat(of(company, HEAD).consultees())
        .extracting(Consultee::agency)
        .containsExactly(RoadLaw.FINANCE, RoadLaw.LEAD);
    assertThat(of(AID, "PRIME_MINISTER").consultees())
        .extracting(Consultee::agency)
        .containsExactly(RoadLaw.FINANCE, RoadLaw.UNION);
  }

  @Test
  void aRoleWithoutAnAgencyStaysAsARole() {
    assertThat(of(Samples.aidAbout(SubjectTag.DEFENCE), HEAD).consultees())
        .contains(new Consultee(List.of("BORDER_GUARD"), null, "10.2.e", Duty.COMPULSORY));
  }

  @Test
  void recoveryByAProjectNeedsNoConsultation() {
    assertThat(of(recovery(Modality.PROJECT), HEAD).consultees())
        .containsExactly(
            new Consultee(
                List.of("FINANCE", "PLANNING"),
                RoadLaw.FINANCE,
                "10.2.a, 10.2.b, 10.4",
                Duty.EXEMPT),
            new Consultee(List.of("UNION"), RoadLaw.UNION, "10.2.c, 10.4", Duty.EXEMPT),
            new Consultee(
                List.of("LOCAL_FINANCE"), RoadLaw.LEAD, "10.2.d, 10.4", Duty.LEADS_ITSELF));
  }

  @Test
  void anExemptionThatTheTextLeavesOpenIsAQuestionAndItsAnswerTheDuty() {
    var programme = recovery(Modality.PROGRAMME);
    assertThat(of(programme, HEAD).questions())
        .extracting(OpenQuestion::id)
        .containsExactly("programme-exempt");
    assertThat(duties(programme, Map.of()))
        .containsExactly(Duty.UNDETERMINED, Duty.UNDETERMINED, Duty.LEADS_ITSELF);
    assertThat(duties(programme, Map.of("programme-exempt", "EXEMPT")))
        .containsExactly(Duty.EXEMPT, Duty.EXEMPT, Duty.LEADS_ITSELF);
    assertThat(duties(programme, Map.of("programme-exempt", "COMPULSORY")))
        .containsExactly(Duty.COMPULSORY, Duty.COMPULSORY, Duty.LEADS_ITSELF);
  }

  @Test
  void whoTakesPartGoesOnRecordAtFilingAndOnlyAgainWhenItChanged() {
    RoadSamples.road()
        .when(Samples.submitComplete())
        .thenTypes(
            DossierSubmitted.class,
            AidClassified.class,
            AppraisalDetermined.class,
            ChecklistChecked.class);
    RoadSamples.at(Status.SUBMITTED)
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenTypes(DossierAccepted.class, TimeLimitStarted.class, TimeLimitStarted.class);
    // From 1 July another ministry plays the part.
    var security = RoadSamples.toPrimeMinister(RoadSamples.road().on(LocalDate.of(2026, 7, 2)));
    assertThat(
            security
                .after(RoadSamples.FOCAL_RECEPTION, Samples.requestSupplement(day(1), null))
                .after(Samples.correct(day(2), RoadSamples.SECURITY))
                .as(RoadSamples.FOCAL_RECEPTION)
                .when(Samples.accept(LocalDate.of(2026, 7, 1)))
                .the(AppraisalDetermined.class)
                .leadAgency())
        .isEqualTo("bo-moi");
  }

  @Test
  void aPersonsAnswerSettlesWhoLeads() {
    var shared = managedBy(Samples.PROVINCE, Samples.OTHER_PROVINCE);
    var open =
        RoadSamples.road()
            .after(Samples.submit(shared, Samples.completePapers()))
            .after(Samples.decide(DAY, "several-agencies", HEAD));
    assertThat(open.state().openQuestions())
        .extracting(OpenQuestion::id)
        .containsExactly("who-leads");
    // Who approves is settled, so the dossier may be accepted; the receiver leads meanwhile.
    var accepted = open.after(Samples.accept(DAY));
    assertThat(accepted.state())
        .returns(Status.ACCEPTED, DossierState::status)
        .returns(Samples.PROVINCE, DossierState::leadAgency);
    var settled = accepted.after(Samples.decide(day(1), "who-leads", "FOCAL_MINISTRY"));
    assertThat(settled.state())
        .returns(Samples.MINISTRY, DossierState::leadAgency)
        .returns(List.of(), DossierState::openQuestions);
    settled
        .as(Samples.APPRAISER)
        .when(RoadSamples.ask(RoadLaw.FINANCE, day(2)))
        .thenRejected(RejectionCode.NOT_THE_LEAD_APPRAISER)
        .saying("agency", Samples.MINISTRY);
  }

  @Test
  void correctedFactsChangeWhoLeadsAndTheOpinionsStay() {
    var back =
        RoadSamples.asked()
            .after(Samples.requestSupplement(day(2), null))
            .after(Samples.correct(day(3), Samples.aidAbout(SubjectTag.DEFENCE)));
    assertThat(back.state().appraisal().opinions()).hasSize(2);
    assertThat(back.state().appraisal().determined().consultees())
        .extracting(Consultee::roles)
        .contains(List.of("BORDER_GUARD"));
    var again = back.after(Samples.accept(day(4)));
    assertThat(Awaited.unasked(again.state()))
        .extracting(Consultee::roles)
        .containsExactly(List.of("BORDER_GUARD"));
  }

  @Test
  void aVersionThatIsSilentDeterminesNobody() {
    var first = DossierScenario.given().after(Samples.submitComplete());
    assertThat(first.state().appraisal().determined()).isNull();
    assertThat(first.state().leadAgency()).isEqualTo(Samples.PROVINCE);
    assertThat(accepted().state().appraisal().determined()).isNotNull();
  }

  private static List<Duty> duties(AidFacts aid, Map<String, String> answers) {
    return determined(aid, HEAD, answers, DAY).consultees().stream().map(Consultee::duty).toList();
  }

  private static AppraisalDetermined of(AidFacts aid, String approver) {
    return determined(aid, approver, Map.of(), DAY);
  }

  private static AppraisalDetermined determined(
      AidFacts aid, String approver, Map<String, String> answers, LocalDate day) {
    return AppraisalDetermination.of(
        aid, approver, Samples.PROVINCE, answers, RoadLaw.ROAD, RoadLaw.REGISTRY, day);
  }

  private static AidFacts managedBy(String... agencies) {
    return AidBuilder.of(AID).managingAgencies(agencies).build();
  }

  private static AidFacts recovery(Modality modality) {
    return AidBuilder.of(AID).purpose(Purpose.CONSEQUENCE_RECOVERY).modality(modality).build();
  }
}
