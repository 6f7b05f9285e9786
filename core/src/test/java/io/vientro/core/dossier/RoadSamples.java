package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static io.vientro.core.dossier.Samples.DUTY;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Role;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who takes part after acceptance, what they send, and a dossier in each state of the road. */
public final class RoadSamples {
  private RoadSamples() {}

  /** Works at another agency than the one that received the dossier. */
  public static final Actor LEAD_APPRAISER =
      new Actor("chu-tri", Role.APPRAISER, RoadLaw.LEAD, "phong-tham-dinh");

  public static final Actor FINANCE =
      new Actor("gop-y-tai-chinh", Role.CONSULTED_AGENCY, RoadLaw.FINANCE);
  public static final Actor UNION =
      new Actor("gop-y-huu-nghi", Role.CONSULTED_AGENCY, RoadLaw.UNION);

  /** Clerk of the receiver, which is also the managing agency. */
  public static final Actor CLERK = new Actor("van-thu", Role.CLERK, Samples.PROVINCE);

  public static final Actor SUPERVISOR = new Actor("theo-doi", Role.SUPERVISOR, Samples.PROVINCE);

  public static final Actor FOCAL_RECEPTION =
      new Actor("mot-cua-bo", Role.RECEPTION_OFFICER, Samples.MINISTRY);
  public static final Actor FOCAL_APPRAISER =
      new Actor("tham-dinh-bo", Role.APPRAISER, Samples.MINISTRY);
  public static final Actor FOCAL_CLERK = new Actor("van-thu-bo", Role.CLERK, Samples.MINISTRY);
  public static final Actor FOCAL_DECIDER =
      new Actor("lanh-dao-bo", Role.DECISION_MAKER, Samples.MINISTRY);

  /** Today of every scenario here; days before it can be told apart. */
  public static final LocalDate TODAY = DAY.plusDays(60);

  /** An aid that the Prime Minister decides on. */
  public static final AidFacts SECURITY = Samples.aidAbout(SubjectTag.SECURITY);

  /** A day after the sample day. */
  public static LocalDate day(int after) {
    return DAY.plusDays(after);
  }

  public static AssignOfficer assign(LocalDate on) {
    return new AssignOfficer("chuyen-vien", "phong-1", on, DUTY);
  }

  public static HandOverDossier handOver(Custodian to, LocalDate on) {
    return new HandOverDossier(to, on, null, DUTY);
  }

  public static HandOverDossier handOverToLead(LocalDate on) {
    return handOver(new Custodian(RoadLaw.LEAD, null, null), on);
  }

  public static AcceptHandOver acceptHandOver(LocalDate on) {
    return new AcceptHandOver(on, DUTY);
  }

  public static RequestAgencyOpinion ask(String agency, LocalDate on) {
    return new RequestAgencyOpinion(agency, null, on, null, null, DUTY);
  }

  public static RecordAgencyOpinion answer(String agency, LocalDate on) {
    return new RecordAgencyOpinion(agency, on, OpinionStance.AGREES, "Nhất trí", DUTY);
  }

  /** The letter in which an opinion came. */
  public static RecordAgencyOpinion letter(String agency, LocalDate on) {
    return new RecordAgencyOpinion(agency, on, OpinionStance.AGREES_WITH_COMMENTS, null, paper(on));
  }

  public static ConveneAppraisalMeeting convene(LocalDate on, LocalDate meetingOn) {
    return new ConveneAppraisalMeeting(on, meetingOn, List.of(RoadLaw.FINANCE), DUTY);
  }

  public static ConcludeAppraisal conclude(LocalDate on) {
    return conclude(on, AppraisalMethod.SYNTHESIS_OF_OPINIONS, AppraisalFinding.ELIGIBLE);
  }

  public static ConcludeAppraisal conclude(
      LocalDate on, AppraisalMethod method, AppraisalFinding finding) {
    return new ConcludeAppraisal(on, method, finding, "Đủ điều kiện", DUTY);
  }

  public static SubmitForDecision submit(LocalDate on) {
    return new SubmitForDecision(on, DUTY);
  }

  public static ApproveAid approve(LocalDate on) {
    return approve(on, ContentBuilder.complete());
  }

  public static ApproveAid approve(LocalDate on, ContentBuilder content) {
    return new ApproveAid(on, content.build(), paper(on));
  }

  public static RefuseAid refuse(LocalDate on) {
    return new RefuseAid(on, "Không phù hợp chức năng", "Sample Act 2.3", paper(on));
  }

  public static NotifyOutcome inform(LocalDate on, String... addressees) {
    return new NotifyOutcome(on, List.of(addressees), DUTY);
  }

  /** The notice to everybody to whom the sample approval is owed. */
  public static NotifyOutcome informAll(LocalDate on) {
    return inform(on, NoticeOwed.PROVIDER, RoadLaw.FINANCE);
  }

  public static StopProcessing stop(LocalDate on) {
    return new StopProcessing(on, "Bên cung cấp giải thể", "Sample One-stop Act 5", DUTY);
  }

  public static AdoptRulePackVersion adopt(int version, LocalDate on) {
    return new AdoptRulePackVersion(version, "Văn bản mới", "Sample Act 36", on, DUTY);
  }

  /** An act with its paper, of the same day. */
  public static Act paper(LocalDate on) {
    return new Act(Capacity.HEAD, null, new ActDocument("15/QĐ-UBND", on, null));
  }

  /** Sets a parameter of the province, from the sample day on. */
  public static UnaryOperator<DecisionContext> parameter(String name, String value) {
    return c -> {
      var all = new ArrayList<>(c.parameters().settings());
      all.add(
          new AgencyParameterSet(Samples.PROVINCE, name, value, "Sample Regulation 7", DAY, DUTY));
      return new DecisionContext(
          c.now(),
          c.actor(),
          c.mode(),
          c.law(),
          c.registry(),
          new AgencyParameters(all),
          c.calendar(),
          c.dossierCode());
    };
  }

  /** Nothing happened yet, and the law says the whole road. */
  public static DossierScenario road() {
    return given().where(RoadLaw::in).on(TODAY);
  }

  /** Accepted on the sample day: leads {@link RoadLaw#LEAD}, decides the province. */
  public static DossierScenario accepted() {
    return accepted(road());
  }

  /** As {@link #accepted()}, on another road. */
  static DossierScenario accepted(DossierScenario road) {
    return road.after(Samples.submit(Samples.aid(), Samples.completePapers()))
        .after(Samples.accept(DAY));
  }

  public static DossierScenario accepted(AidFacts aid) {
    return road().after(Samples.submit(aid, Samples.completePapers())).after(Samples.accept(DAY));
  }

  /** Both consultees asked on day 1. */
  public static DossierScenario asked() {
    return asked(road());
  }

  static DossierScenario asked(DossierScenario road) {
    return accepted(road).after(ask(RoadLaw.FINANCE, day(1))).after(ask(RoadLaw.UNION, day(1)));
  }

  /** Both answered on day 3. */
  public static DossierScenario answered() {
    return answered(road());
  }

  static DossierScenario answered(DossierScenario road) {
    return asked(road)
        .after(FINANCE, answer(RoadLaw.FINANCE, day(3)))
        .after(UNION, answer(RoadLaw.UNION, day(3)));
  }

  /** Concluded on day 5. */
  public static DossierScenario concluded() {
    return concluded(road());
  }

  static DossierScenario concluded(DossierScenario road) {
    return answered(road).after(conclude(day(5)));
  }

  /** Submitted on day 6. */
  public static DossierScenario submitted() {
    return submitted(road());
  }

  static DossierScenario submitted(DossierScenario road) {
    return concluded(road).after(submit(day(6)));
  }

  /** Approved on day 8. */
  public static DossierScenario approved() {
    return approved(road());
  }

  static DossierScenario approved(DossierScenario road) {
    return submitted(road).after(approve(day(8)));
  }

  /** Refused on day 8. */
  public static DossierScenario refused() {
    return submitted().after(refuse(day(8)));
  }

  /** Filed with the focal ministry, for the Prime Minister to decide; submitted on day 6. */
  public static DossierScenario submittedToPrimeMinister() {
    return submittedToPrimeMinister(road());
  }

  /** As above, on a road that knows other agencies. */
  public static DossierScenario submittedToPrimeMinister(DossierScenario road) {
    return concludedForPrimeMinister(road).after(FOCAL_APPRAISER, submit(day(6)));
  }

  /** Concluded by the focal ministry on day 5. */
  public static DossierScenario concludedForPrimeMinister(DossierScenario road) {
    return askedForPrimeMinister(road).after(FOCAL_APPRAISER, conclude(day(5)));
  }

  /** Both consultees asked by the focal ministry on day 1. */
  public static DossierScenario askedForPrimeMinister(DossierScenario road) {
    return toPrimeMinister(road)
        .after(FOCAL_APPRAISER, ask(RoadLaw.FINANCE, day(1)))
        .after(FOCAL_APPRAISER, ask(RoadLaw.UNION, day(1)));
  }

  /** Accepted by the focal ministry. */
  public static DossierScenario toPrimeMinister(DossierScenario road) {
    return road.after(
            new SubmitDossier(
                DAY,
                FilingChannel.COUNTER,
                Samples.MINISTRY,
                null,
                3,
                SECURITY,
                Samples.completePapers(),
                Samples.OWN))
        .after(FOCAL_RECEPTION, Samples.accept(DAY));
  }

  /** A dossier without gaps and without a question, in each state. */
  public static DossierScenario at(Status status) {
    var filed = road().after(Samples.submitComplete());
    return switch (status) {
      case NONE -> road();
      case SUBMITTED -> filed;
      case SUPPLEMENT_REQUESTED -> filed.after(Samples.requestSupplement(DAY, null));
      case CHECKING -> filed.after(Samples.correct(DAY, Samples.aid()));
      case ACCEPTED -> accepted();
      case CONSULTING -> asked();
      case APPRAISING -> answered();
      case APPRAISAL_MEETING -> asked().after(convene(day(2), day(4)));
      case APPRAISAL_CONCLUDED -> concluded();
      case SUBMITTED_FOR_DECISION -> submitted();
      case APPROVED -> approved();
      case REFUSED -> refused();
      case NOTIFIED -> approved().after(informAll(day(9)));
      case RECEPTION_REFUSED -> filed.after(Samples.refuse(DAY));
      case WITHDRAWN -> filed.after(Samples.withdraw(DAY));
      case IMPLEMENTING, ADJUSTING, ENDED, HANDED_OVER, CLOSED, REVOKED -> LifeSamples.at(status);
      case PROCESSING_STOPPED -> answered().after(stop(day(4)));
    };
  }
}
