package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.acceptHandOver;
import static io.vientro.core.dossier.RoadSamples.accepted;
import static io.vientro.core.dossier.RoadSamples.assign;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.handOver;
import static io.vientro.core.dossier.RoadSamples.handOverToLead;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In whose hands a dossier is, and who works on it. */
class CustodyTest {

  private static final Custodian COUNTER = new Custodian(Samples.PROVINCE, null, null);
  private static final Custodian ANYBODY_AT_LEAD = new Custodian(RoadLaw.LEAD, null, null);

  @Test
  void aDossierIsInTheHandsOfTheAgencyItWasFiledWith() {
    assertThat(accepted().state().custody())
        .returns(COUNTER, Custody::holder)
        .returns(DAY, Custody::movedOn)
        .returns(null, Custody::pending);
  }

  @Test
  void theSupervisorNamesWhoWorksOnItAtTheOwnAgency() {
    accepted()
        .as(RoadSamples.SUPERVISOR)
        .when(assign(day(1)))
        .then(new OfficerAssigned(Samples.PROVINCE, "chuyen-vien", "phong-1", day(1), DUTY));
  }

  @Test
  void eachAgencyHasItsOwnOfficerAndTheLastNamedCounts() {
    var atLead = new Actor("truong-phong", Role.SUPERVISOR, RoadLaw.LEAD);
    var custody =
        accepted()
            .after(assign(day(1)))
            .after(atLead, new AssignOfficer("khac", null, day(2), DUTY))
            .after(new AssignOfficer("nguoi-sau", null, day(3), DUTY))
            .state()
            .custody();
    assertThat(custody.officers().get(Samples.PROVINCE).officer()).isEqualTo("nguoi-sau");
    assertThat(custody.officers().get(RoadLaw.LEAD).officer()).isEqualTo("khac");
    assertThat(custody.holder()).isEqualTo(COUNTER);
  }

  @Test
  void anOfficerHasAName() {
    accepted()
        .as(RoadSamples.SUPERVISOR)
        .when(new AssignOfficer(" ", null, day(1), DUTY))
        .thenRejected(RejectionCode.TEXT_MISSING)
        .at("officer");
  }

  @Test
  void anOfficerIsNamedNeitherBeforeFilingNorInTheFuture() {
    var supervisor = accepted().as(RoadSamples.SUPERVISOR);
    supervisor
        .when(assign(day(-1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("assignedOn")
        .saying("step", DAY.toString());
    supervisor
        .when(assign(RoadSamples.TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("assignedOn");
    assertThat(supervisor.when(assign(DAY)).events()).hasSize(1);
  }

  @Test
  void theGiverHoldsTheDossierUntilTheReceiverAccepts() {
    var given = accepted().after(handOverToLead(day(1)));
    assertThat(given.events().getLast())
        .isEqualTo(new DossierHandedOver(COUNTER, ANYBODY_AT_LEAD, day(1), null, DUTY));
    assertThat(given.state().custody().holder()).isEqualTo(COUNTER);
    var taken = given.after(acceptHandOver(day(2)));
    assertThat(taken.state().custody())
        .returns(new Custodian(RoadLaw.LEAD, "phong-tham-dinh", "chu-tri"), Custody::holder)
        .returns(day(2), Custody::movedOn)
        .returns(null, Custody::pending);
  }

  @Test
  void whoGaveItAwayNoLongerHandsItOver() {
    accepted()
        .after(handOverToLead(day(1)))
        .after(acceptHandOver(day(2)))
        .as(Samples.RECEPTION)
        .when(handOverToLead(day(3)))
        .thenRejected(RejectionCode.NOT_THE_HOLDER)
        .saying("agency", RoadLaw.LEAD);
  }

  @Test
  void aDossierIsHandedOverOnceAtATime() {
    accepted()
        .after(handOverToLead(day(1)))
        .as(Samples.RECEPTION)
        .when(handOverToLead(day(2)))
        .thenRejected(RejectionCode.HAND_OVER_PENDING)
        .saying("agency", RoadLaw.LEAD);
  }

  @ParameterizedTest
  @CsvSource({
    // named unit, named officer, the account's unit: may it accept?
    ",,, true",
    ",,phong-1, true",
    "phong-1,,phong-1, true",
    "phong-1,,phong-2, false",
    "phong-1,,, true",
    ",an,phong-1, true",
    ",binh,phong-1, false",
    "phong-1,an,phong-1, true",
    "phong-1,an,phong-2, false",
    "phong-1,binh,phong-1, false",
  })
  void whoIsNamedAcceptsAndNobodyElse(
      String namedUnit, String namedOfficer, String unit, boolean accepts) {
    var who = new Actor("an", Role.APPRAISER, RoadLaw.LEAD, unit);
    var given =
        accepted().after(handOver(new Custodian(RoadLaw.LEAD, namedUnit, namedOfficer), DAY));
    if (accepts) {
      assertThat(given.as(who).when(acceptHandOver(day(1))).the(HandOverAccepted.class).by())
          .isEqualTo(new Custodian(RoadLaw.LEAD, namedUnit == null ? unit : namedUnit, "an"));
    } else {
      given
          .as(who)
          .when(acceptHandOver(day(1)))
          .thenRejected(RejectionCode.NOT_THE_RECEIVER_OF_HAND_OVER)
          .saying("agency", RoadLaw.LEAD);
    }
  }

  @Test
  void withoutAHandOverThereIsNothingToAccept() {
    accepted()
        .as(LEAD_APPRAISER)
        .when(acceptHandOver(day(1)))
        .thenRejected(RejectionCode.NO_HAND_OVER_PENDING);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"WITHDRAWN", "RECEPTION_REFUSED", "PROCESSING_STOPPED", "NOTIFIED"})
  void nothingIsAcceptedOnceTheCaseIsOver(Status status) {
    RoadSamples.at(status)
        .and(new DossierHandedOver(COUNTER, ANYBODY_AT_LEAD, DAY, null, DUTY))
        .as(LEAD_APPRAISER)
        .when(acceptHandOver(day(10)))
        .thenRejected(RejectionCode.WRONG_STATE);
  }

  @Test
  void itIsHandedOnlyToWhoHasAHandInTheCase() {
    accepted()
        .as(Samples.RECEPTION)
        .when(handOver(new Custodian(RoadLaw.RELATED, null, null), day(1)))
        .thenRejected(RejectionCode.AGENCY_NOT_INVOLVED)
        .at("to.agency")
        .saying("agency", RoadLaw.RELATED)
        .saying("involved", RoadLaw.LEAD + ", " + Samples.PROVINCE);
  }

  @Test
  void itIsNotHandedToWhoHasItAlreadyButToAnotherUnitThere() {
    accepted()
        .as(Samples.RECEPTION)
        .when(handOver(COUNTER, day(1)))
        .thenRejected(RejectionCode.HANDED_OVER_TO_SELF)
        .at("to");
    accepted().after(handOver(new Custodian(Samples.PROVINCE, "phong-1", null), day(1)));
  }

  @Test
  void daysOfAHandOverFollowOneAnother() {
    var reception = accepted().as(Samples.RECEPTION);
    reception
        .when(handOverToLead(day(-1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("handedOverOn")
        .saying("step", DAY.toString());
    reception
        .when(handOverToLead(RoadSamples.TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("handedOverOn");
    var lead = accepted().after(handOverToLead(day(5))).as(LEAD_APPRAISER);
    lead.when(acceptHandOver(day(4)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("acceptedOn")
        .saying("step", day(5).toString());
    lead.when(acceptHandOver(RoadSamples.TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("acceptedOn");
    accepted()
        .after(handOverToLead(day(5)))
        .after(acceptHandOver(day(6)))
        .as(LEAD_APPRAISER)
        .when(handOver(COUNTER, day(5)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .saying("step", day(6).toString());
  }

  @Test
  void aHandOverDoesNotMoveTheRoad() {
    var before = accepted().state();
    var after = accepted().after(handOverToLead(day(5))).after(acceptHandOver(day(6))).state();
    assertThat(after)
        .returns(before.status(), DossierState::status)
        .returns(before.lastStepOn(), DossierState::lastStepOn)
        .returns(before.limits(), DossierState::limits);
  }
}
