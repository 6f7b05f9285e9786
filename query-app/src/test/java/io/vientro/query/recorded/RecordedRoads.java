package io.vientro.query.recorded;

import static io.vientro.query.Fictional.APPLICANT;
import static io.vientro.query.Fictional.PROVINCE;
import static io.vientro.query.Fictional.RECEPTION;
import static io.vientro.query.Roads.APPRAISER;
import static io.vientro.query.Roads.CHAIR;
import static io.vientro.query.Roads.CLERK;
import static io.vientro.query.Roads.LEAD;
import static io.vientro.query.Roads.SUPERVISOR;
import static io.vientro.query.Roads.UNIT;

import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.core.DomainEvent;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.AppraisalFinding;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.Finding;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.StopProcessing;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.SetAgencyParameter;
import io.vientro.query.Fictional;
import io.vientro.query.Roads;
import io.vientro.query.World;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.store.EventDraft;
import java.time.LocalDate;
import java.util.List;

/**
 * What happens in the recorded log {@code 2026-11-a}: dossiers of every kind, under version 1 of
 * the pack and under version 2, to every end that there is. It is run once; what came of it stays.
 */
final class RecordedRoads {
  private static final String FINANCE = "bo-tai-chinh";
  private static final Actor FINANCE_RECEPTION =
      new Actor("finance.reception", Role.RECEPTION_OFFICER, FINANCE);
  private static final Actor FINANCE_APPRAISER =
      new Actor("finance.appraiser", Role.APPRAISER, FINANCE);
  private static final Actor FINANCE_HEAD = new Actor("finance.head", Role.DECISION_MAKER, FINANCE);
  private static final Actor FINANCE_CLERK = new Actor("finance.clerk", Role.CLERK, FINANCE);

  private final World world;
  private final Roads roads;

  RecordedRoads(World world, Roads roads) {
    this.world = world;
    this.roads = roads;
  }

  /** Plays it all; the id of a key to destroy at the end. */
  String play() {
    underVersionOne();
    var adopted = roads.accepted("Chuyển sang phiên bản mới", Fictional.individual());
    var restarted = roads.accepted("Bổ sung khi đang thẩm định", Fictional.individual());
    theLawGoesOn();
    adopted(adopted);
    adopted(restarted);
    restarted(restarted);
    roads.whole("Trọn đường", Fictional.organisation("Sample Foundation"));
    var erased = roads.whole("Trọn đường, cá nhân", Fictional.individual());
    refused();
    ofThePrimeMinister();
    exempt();
    stopped();
    openLead();
    stillOnTheRoad();
    return erased + "/provider";
  }

  private static AidFacts with(AidFacts aid, Purpose purpose, Recipient recipient) {
    return new AidFacts(
        aid.title(),
        aid.modality(),
        aid.experts(),
        purpose,
        aid.provider(),
        aid.channel(),
        aid.coProviders(),
        recipient,
        aid.aidOwner(),
        aid.managingAgencies(),
        aid.grant(),
        aid.counterpart(),
        aid.sector(),
        aid.localities(),
        aid.goods(),
        aid.period(),
        aid.subjects(),
        aid.assumed());
  }

  private void underVersionOne() {
    var incomplete = Fictional.aid("Thiếu giấy tờ", Fictional.individual());
    var id =
        world.submit(
            Fictional.submit(incomplete, roads.day(), Fictional.FOR_APPLICANT, Fictional.HOSPITAL),
            RECEPTION);
    roads
        .pass(1)
        .send(
            id,
            new RequestSupplement(
                roads.day(),
                List.of(new Finding(null, "Chữ ký chưa rõ")),
                null,
                roads.signed("10/PYC")),
            RECEPTION);
    roads.pass(2).send(id, Fictional.supplement(incomplete, roads.day()), APPLICANT);
    roads
        .pass(1)
        .send(
            id,
            new RequestSupplement(roads.day(), null, "00/2025/QĐ-MAU", roads.duty()),
            RECEPTION);
    roads
        .pass(1)
        .send(id, new WithdrawDossier(roads.day(), "Không còn nhu cầu", Fictional.OWN), APPLICANT);

    var sentAway =
        roads.filed(
            Fictional.aid("Từ chối", Fictional.organisation("Example Trust")), PROVINCE, RECEPTION);
    roads.send(
        sentAway,
        new RefuseReception(
            roads.day(), "Ngoài phạm vi điều chỉnh", "Nghị định 80/2020/NĐ-CP", roads.duty()),
        RECEPTION);

    roads.accepted("Ở lại phiên bản cũ", Fictional.organisation("Quỹ Hòa Bình (hư cấu)"));
  }

  /** A later version of the pack, a notice, parameters, and an agency's code. */
  private void theLawGoesOn() {
    new LogOpening(world.log, world.codec, world.clock, BuiltInPacks.load()).open(LogMode.TRAINING);
    var notice =
        new CalendarNotice(
            2027,
            "00/TB-MAU",
            roads.day(),
            "Hư cấu",
            List.of(LocalDate.of(2027, 1, 1)),
            List.of(),
            null);
    var context = world.law.contextFor(Fictional.ADMINISTRATOR, "nd80-2020");
    record(
        WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE),
        World.accepted(
                WorkingCalendar.decide(
                    world.law.calendar(),
                    new RecordCalendarNotice(notice, roads.signed("00/TB-MAU")),
                    context))
            .getFirst(),
        CommandName.RECORD_CALENDAR_NOTICE);
    set(PROVINCE, "opinion-days", "7");
    set(PROVINCE, "opinion-unit", "WORKING_DAY");
    set(PROVINCE, "signature-days", "5");
    set(PROVINCE, "refusal-notice-days", "3");
    set(PROVINCE, "completeness-check-days", "2");
    set(PROVINCE, "electronic-filing-replaces-sets", "YES");
    var registry = Law.REGISTRY;
    var recorded = world.law.record(registry).latest().orElseThrow();
    var version = recorded.version() + 1;
    var text =
        recorded
            .text()
            .replaceFirst("(?m)^version: .*$", "version: " + version)
            .replace("- id: bo-tai-chinh\n", "- id: bo-tai-chinh\n    code: \"G12.001\"\n");
    record(
        RulePackRecord.aggregateId(registry),
        World.accepted(
                RulePackRecord.decide(
                    world.law.record(registry),
                    registry,
                    new RecordRulePack(version, text),
                    context))
            .getFirst(),
        CommandName.RECORD_RULE_PACK);
  }

  void set(String agency, String parameter, String value) {
    var context = world.law.contextFor(Fictional.ADMINISTRATOR, "nd80-2020");
    record(
        RulePackRecord.aggregateId("nd80-2020"),
        World.accepted(
                RulePackRecord.decide(
                    world.law.record("nd80-2020"),
                    "nd80-2020",
                    new SetAgencyParameter(
                        agency,
                        parameter,
                        value,
                        "00/2025/QĐ-MAU",
                        Fictional.DAY,
                        roads.signed("00/2025/QĐ-MAU")),
                    context))
            .getFirst(),
        CommandName.SET_AGENCY_PARAMETER);
  }

  private void record(String aggregate, DomainEvent event, CommandName command) {
    world.append(
        List.of(new EventDraft(aggregate, event)),
        command.path(),
        Fictional.ADMINISTRATOR,
        roads.duty(),
        roads.day());
  }

  private void adopted(String id) {
    roads
        .pass(1)
        .send(
            id,
            new AdoptRulePackVersion(
                2, "Áp dụng phiên bản mới", "00/2025/QĐ-MAU", roads.day(), roads.signed("01/QĐ")),
            CHAIR);
  }

  /** Back to the applicant during the appraisal, with an opinion still out. */
  private void restarted(String id) {
    roads.handedOver(id);
    var asked = roads.asked(id, APPRAISER);
    roads
        .pass(3)
        .send(
            id,
            new RequestSupplement(
                roads.day(),
                List.of(new Finding("request-for-approval", "Thiếu nội dung đối ứng")),
                null,
                roads.signed("11/PYC")),
            APPRAISER);
    roads.pass(1).answered(id, asked.getFirst(), OpinionStance.DISAGREES, "Không nhất trí");
    var corrected = Fictional.aid("Bổ sung, đã sửa", Fictional.individual());
    roads
        .pass(1)
        .send(
            id,
            new SupplementDossier(roads.day(), 8, corrected, Roads.papers(), Fictional.OWN),
            APPLICANT);
    roads.pass(1).send(id, new AcceptDossier(roads.day(), roads.duty()), RECEPTION);
  }

  private void refused() {
    var id = roads.accepted("Không đủ điều kiện", Fictional.organisation("Quỹ Đổi Mới (hư cấu)"));
    var asked = roads.asked(id, APPRAISER);
    roads.pass(1);
    // By the agency's letter, which the lead appraiser records.
    roads.send(
        id,
        new RecordAgencyOpinion(
            asked.getLast(), roads.day(), OpinionStance.DISAGREES, null, roads.signed("31/CV-MAU")),
        APPRAISER);
    roads
        .concluded(id, AppraisalFinding.NOT_ELIGIBLE, APPRAISER)
        .submitted(id, APPRAISER)
        .pass(1)
        .refused(id, CHAIR)
        .pass(2)
        .notified(id, CLERK, List.of(NoticeOwed.PROVIDER));
  }

  /** A question about the approver, its answer, and a decision that a clerk records. */
  private void ofThePrimeMinister() {
    var id =
        roads.filed(
            Fictional.aid(
                "Hợp phần xây dựng văn bản",
                Fictional.individual(),
                SubjectTag.LAW_DRAFTING_COMPONENT),
            FINANCE,
            FINANCE_RECEPTION);
    roads
        .pass(1)
        .send(
            id,
            new DecideOpenQuestion(
                "law-drafting-component",
                "PRIME_MINISTER",
                "Là mục tiêu trực tiếp",
                roads.day(),
                roads.signed("02/CV")),
            FINANCE_HEAD);
    roads.send(id, new AcceptDossier(roads.day(), roads.duty()), FINANCE_RECEPTION);
    var asked = roads.asked(id, FINANCE_APPRAISER);
    roads.ask(id, "bo-tu-phap", null, roads.day().plusDays(5), FINANCE_APPRAISER);
    for (var agency : asked) {
      roads.pass(1).answered(id, agency, OpinionStance.AGREES, null);
    }
    // A day late.
    roads.pass(4).answered(id, "bo-tu-phap", OpinionStance.AGREES_WITH_COMMENTS, "Đồng ý");
    roads
        .concluded(id, AppraisalFinding.ELIGIBLE, FINANCE_APPRAISER)
        .submitted(id, FINANCE_APPRAISER)
        .pass(3)
        .approved(id, FINANCE_CLERK)
        .pass(1)
        .notified(id, CLERK, List.of(NoticeOwed.PROVIDER, "bo-ngoai-giao"));
    roads.pass(1).notified(id, CLERK, roads.owed(id));
  }

  /** Consequence recovery: nobody need be asked (Art. 10.4). */
  private void exempt() {
    var base = Fictional.aid("Khắc phục hậu quả", Fictional.organisation("Sample Relief"));
    var aid = with(base, Purpose.CONSEQUENCE_RECOVERY, base.recipient());
    var id = roads.filed(aid, PROVINCE, RECEPTION);
    roads.pass(1).send(id, new AcceptDossier(roads.day(), roads.duty()), RECEPTION);
    roads
        .concluded(id, AppraisalFinding.ELIGIBLE, APPRAISER)
        .submitted(id, APPRAISER)
        .approved(id, CHAIR);
  }

  private void stopped() {
    var id = roads.accepted("Dừng giải quyết", Fictional.organisation("Example Trust"));
    roads
        .pass(1)
        .send(
            id,
            new StopProcessing(
                roads.day(), "Bên tài trợ dừng tài trợ", "00/2025/QĐ-MAU", roads.signed("03/TB")),
            APPRAISER);
  }

  /** A question about the lead, which stays open. */
  private void openLead() {
    var base = Fictional.aid("Quỹ xã hội", Fictional.organisation("Sample Foundation"));
    var fund =
        new Recipient(
            "Quỹ Mẫu", RecipientKind.SOCIAL_FUND, Founder.MINISTRY_OF_HOME_AFFAIRS, "00/QĐ");
    var aid = with(base, base.purpose(), fund);
    var id = roads.filed(aid, PROVINCE, RECEPTION);
    roads.pass(1).send(id, new AcceptDossier(roads.day(), roads.duty()), RECEPTION);
  }

  /** One at each stop that the others only pass. */
  private void stillOnTheRoad() {
    var provider = Fictional.organisation("Sample Foundation");
    roads.filed(Fictional.aid("Vừa nộp", provider), PROVINCE, RECEPTION);

    var pending = roads.accepted("Chờ nhận bàn giao", provider);
    roads.send(
        pending,
        new HandOverDossier(
            new Custodian(LEAD, UNIT, APPRAISER.account()), roads.day(), null, roads.duty()),
        RECEPTION);

    var consulting = roads.accepted("Đang lấy ý kiến", provider);
    roads.asked(consulting, APPRAISER);
    roads.send(
        consulting,
        new AssignOfficer("appraiser.two", null, roads.day(), roads.duty()),
        SUPERVISOR);

    var submitted = roads.accepted("Chờ quyết định", provider);
    roads.asked(submitted, APPRAISER);
    roads.pass(1).concludedByMeeting(submitted, AppraisalFinding.ELIGIBLE, APPRAISER);
    roads.submitted(submitted, APPRAISER);
  }
}
