package io.vientro.query;

import static io.vientro.query.Fictional.CONTACT;
import static io.vientro.query.Fictional.PROVINCE;
import static io.vientro.query.Fictional.RECEPTION;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Medium;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AcceptHandOver;
import io.vientro.core.dossier.AppraisalDetermined.Duty;
import io.vientro.core.dossier.AppraisalFinding;
import io.vientro.core.dossier.AppraisalMethod;
import io.vientro.core.dossier.ApproveAid;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.ConcludeAppraisal;
import io.vientro.core.dossier.ConveneAppraisalMeeting;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.DecisionContent.FinancialMechanism;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NoticeOwed.Addressee;
import io.vientro.core.dossier.NotifyOutcome;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RefuseAid;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SubmitForDecision;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes dossiers along the road, a day at a time, by the hands of those whose part it is. */
public final class Roads {
  public static final String SIGNATORY = "Phạm Thị Mẫu";
  public static final String UNIT = "phong-kinh-te-mau";

  public static final Actor SUPERVISOR =
      new Actor("supervisor", Role.SUPERVISOR, "so-tai-chinh-tinh-mau");

  /** Leads the appraisal of the province's aid. */
  public static final String LEAD = "so-tai-chinh-tinh-mau";

  /** Is consulted on it. */
  public static final String POLICE = "cong-an-tinh-mau";

  /** A related agency that the lead chooses. */
  public static final String RELATED = "bo-y-te";

  public static final Actor APPRAISER = new Actor("appraiser", Role.APPRAISER, LEAD, UNIT);
  public static final Actor CHAIR = new Actor("chair", Role.DECISION_MAKER, PROVINCE);
  public static final Actor CLERK = new Actor("clerk", Role.CLERK, PROVINCE);

  /** Agencies that are asked where the registry does not know who plays a role. */
  private static final List<String> STAND_INS =
      List.of("bo-cong-an", "bo-giao-duc-va-dao-tao", "bo-tu-phap");

  private final World world;
  private final Consumer<LocalDate> clock;
  private LocalDate day = Fictional.DAY;

  /**
   * @param clock is told each day that comes
   */
  public Roads(World world, Consumer<LocalDate> clock) {
    this.world = world;
    this.clock = clock;
  }

  public Roads(World world) {
    this(world, _ -> {});
  }

  /** Today. */
  public LocalDate day() {
    return day;
  }

  /** Lets days pass. */
  public Roads pass(int days) {
    day = day.plusDays(days);
    clock.accept(day);
    return this;
  }

  /** Sends a command of today that must be accepted. */
  public Roads send(String id, DossierCommand command, Actor actor) {
    world.send(id, command, actor, day);
    return this;
  }

  public Act duty() {
    return Fictional.DUTY;
  }

  /** As head of an agency, with a paper of today that bears a name. */
  public Act signed(String number) {
    return new Act(Capacity.HEAD, null, new ActDocument(number, day, Personal.of(SIGNATORY)));
  }

  public static DossierDocument paper(DocumentKind kind, CopyForm form) {
    return new DossierDocument(
        kind,
        null,
        null,
        form,
        Medium.PAPER,
        8,
        "vi",
        Translation.NONE,
        Fictional.DAY.plusYears(2));
  }

  /** Papers of a project, whoever gives it. */
  public static List<DossierDocument> papers(DocumentKind... more) {
    var papers = new ArrayList<DossierDocument>();
    papers.add(paper(DocumentKind.REQUEST_FOR_APPROVAL, CopyForm.ORIGINAL));
    papers.add(paper(DocumentKind.PROVIDER_AGREEMENT, CopyForm.ORIGINAL));
    papers.add(paper(DocumentKind.PROGRAMME_OR_PROJECT_DOCUMENT, CopyForm.ORIGINAL));
    papers.add(paper(DocumentKind.LEGAL_STATUS_PAPER, CopyForm.CERTIFIED_COPY));
    papers.add(paper(DocumentKind.PASSPORT, CopyForm.CERTIFIED_COPY));
    Arrays.stream(more).forEach(kind -> papers.add(paper(kind, CopyForm.ORIGINAL)));
    return papers;
  }

  /** Files everything that is owed for a project. */
  public String filed(AidFacts aid, String with, Actor actor) {
    var command =
        new SubmitDossier(
            day,
            FilingChannel.COUNTER,
            with,
            Fictional.HOSPITAL,
            8,
            aid,
            papers(),
            Fictional.FOR_APPLICANT);
    var id = world.newDossier();
    send(id, command, actor);
    return id;
  }

  /** Files everything that is owed, and has it accepted on the next day. */
  public String accepted(String title, Provider provider) {
    var id = filed(Fictional.aid(title, provider), PROVINCE, RECEPTION);
    pass(1).send(id, new AcceptDossier(day, duty()), RECEPTION);
    return id;
  }

  /** Hands it to the unit that appraises, whose officer accepts on the next day. */
  public Roads handedOver(String id) {
    var to = new Custodian(LEAD, UNIT, null);
    send(id, new HandOverDossier(to, day, "Kèm 8 bộ hồ sơ", duty()), RECEPTION);
    pass(1).send(id, new AcceptHandOver(day, duty()), APPRAISER);
    return send(id, new AssignOfficer(APPRAISER.account(), UNIT, day, duty()), SUPERVISOR);
  }

  /** Asks every compulsory consultee; their agencies. */
  public List<String> asked(String id, Actor lead) {
    var determined = world.dossier(id).appraisal().determined();
    var agencies = new ArrayList<String>();
    if (determined == null) {
      return agencies;
    }
    for (var consultee : determined.consultees()) {
      if (consultee.duty() == Duty.COMPULSORY) {
        var known = consultee.agency();
        var agency = known == null ? STAND_INS.get(agencies.size()) : known;
        var role = known == null ? consultee.roles().getFirst() : null;
        ask(id, agency, role, null, lead);
        agencies.add(agency);
      }
    }
    return agencies;
  }

  public Roads ask(
      String id, String agency, @Nullable String role, @Nullable LocalDate by, Actor lead) {
    return send(
        id,
        new RequestAgencyOpinion(
            agency, role, day, by, "Về nội dung văn kiện", signed("20/CV-MAU")),
        lead);
  }

  /** An agency's own answer. */
  public Roads answered(String id, String agency, OpinionStance stance, @Nullable String text) {
    return send(
        id,
        new RecordAgencyOpinion(agency, day, stance, text, signed("30/CV-MAU")),
        new Actor("officer." + agency, Role.CONSULTED_AGENCY, agency));
  }

  /** Concludes after a meeting that was convened a week before. */
  public Roads concludedByMeeting(
      String id, AppraisalFinding finding, Actor lead, String... invited) {
    send(
        id,
        new ConveneAppraisalMeeting(day, day.plusDays(7), List.of(invited), signed("40/GM-MAU")),
        lead);
    return pass(8)
        .send(
            id,
            new ConcludeAppraisal(
                day,
                AppraisalMethod.MEETING,
                finding,
                "Hội nghị thẩm định thống nhất",
                signed("50/BC-MAU")),
            lead);
  }

  public Roads concluded(String id, AppraisalFinding finding, Actor lead) {
    return send(
        id,
        new ConcludeAppraisal(
            day,
            AppraisalMethod.SYNTHESIS_OF_OPINIONS,
            finding,
            "Tổng hợp ý kiến thẩm định",
            signed("50/BC-MAU")),
        lead);
  }

  public Roads submitted(String id, Actor lead) {
    return send(id, new SubmitForDecision(day, signed("60/TTr-MAU")), lead);
  }

  public Roads approved(String id, Actor decider) {
    var content = content(world.dossier(id).facts());
    return send(id, new ApproveAid(day, content, signed("70/QĐ-MAU")), decider);
  }

  public Roads refused(String id, Actor decider) {
    return send(
        id,
        new RefuseAid(day, "Không phù hợp quy hoạch", "Nghị định 80/2020/NĐ-CP", signed("71/CV")),
        decider);
  }

  public Roads notified(String id, Actor clerk, List<String> addressees) {
    return send(id, new NotifyOutcome(day, addressees, signed("80/CV-MAU")), clerk);
  }

  /** Whom the notice still has to reach. */
  public List<String> owed(String id) {
    return world.dossier(id).outcome().outstanding().stream().map(Addressee::id).toList();
  }

  /** A decision that states everything, as the facts do. */
  public DecisionContent content(AidFacts aid) {
    var person = aid.provider().individual();
    return new DecisionContent(
        aid.title(),
        aid.managingAgencies(),
        "Bệnh viện Mẫu",
        aid.provider().name(),
        person == null ? null : person.name(),
        List.of(),
        "Nâng cao chất lượng khám, chữa bệnh",
        "Một khoa được trang bị",
        null,
        new Period(day.plusDays(30), day.plusDays(700)),
        "Xã Mẫu, tỉnh Mẫu",
        aid.grant().parts(),
        List.of(
            new CounterpartFund(
                new Money(new BigDecimal("600000000"), "VND"), CounterpartFund.Form.IN_KIND)),
        List.of(new Money(new BigDecimal("100000.50"), "USD")),
        List.of(new Money(new BigDecimal("25000"), "USD")),
        new UsdValue(new BigDecimal("125000.50"), null, null, null),
        FinancialMechanism.NOT_STATE_BUDGET_REVENUE,
        ManagementMode.IN_HOUSE_UNIT,
        null);
  }

  /** Names of persons that are given on the road; none may lie open anywhere. */
  public static List<String> persons() {
    return List.of(CONTACT, Fictional.DONOR, SIGNATORY, "Trần Văn Mẫu", "Lê Thị Mẫu");
  }

  /** From filing to the last notice. */
  public String whole(String title, Provider provider) {
    var id = accepted(title, provider);
    handedOver(id);
    var asked = asked(id, APPRAISER);
    ask(id, RELATED, null, null, APPRAISER);
    pass(2).answered(id, asked.getFirst(), OpinionStance.AGREES_WITH_COMMENTS, "Đề nghị làm rõ");
    pass(1).concludedByMeeting(id, AppraisalFinding.ELIGIBLE, APPRAISER, asked.getFirst());
    submitted(id, APPRAISER).pass(1).approved(id, CHAIR);
    pass(1).notified(id, CLERK, owed(id));
    return id;
  }
}
