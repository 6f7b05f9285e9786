package io.vientro.query.recorded;

import static io.vientro.query.Fictional.ADMINISTRATOR;
import static io.vientro.query.Fictional.OTHER_PROVINCE;
import static io.vientro.query.Fictional.PROVINCE;
import static io.vientro.query.Fictional.RECEPTION;
import static io.vientro.query.Roads.APPRAISER;
import static io.vientro.query.Roads.CHAIR;
import static io.vientro.query.Roads.CLERK;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AcknowledgeNotice;
import io.vientro.core.dossier.AppraisalFinding;
import io.vientro.core.dossier.ApproveAdjustment;
import io.vientro.core.dossier.AttachDocument;
import io.vientro.core.dossier.CloseAid;
import io.vientro.core.dossier.CorrectRecord;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.ExtendTimeLimit;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.core.dossier.Raising;
import io.vientro.core.dossier.ReclassifyAid;
import io.vientro.core.dossier.RecordDisbursement;
import io.vientro.core.dossier.RecordEarlyReceipt;
import io.vientro.core.dossier.RecordHandOver;
import io.vientro.core.dossier.RecordImplementationEnd;
import io.vientro.core.dossier.RecordImplementationStart;
import io.vientro.core.dossier.RefuseAdjustment;
import io.vientro.core.dossier.RequestAdjustment;
import io.vientro.core.dossier.RevokeAid;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SubmitReport;
import io.vientro.core.dossier.TransferDossier;
import io.vientro.core.dossier.WaiveDuty;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Money;
import io.vientro.query.Fictional;
import io.vientro.query.Roads;
import io.vientro.query.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What was played into the log {@code 2026-11-b}: lives after the approval, duties that are raised,
 * extended and waived, and what moves a case off its road. Played once; changing it changes no log.
 */
final class LifeRoads {
  private static final String BASIS = "00/2025/QĐ-MAU";
  private static final Actor KEEPER = new Actor("keeper", Role.SUPERVISOR, PROVINCE);

  private final World world;
  private final Roads roads;

  LifeRoads(World world, Roads roads) {
    this.world = world;
    this.roads = roads;
  }

  /** Plays it all; the id of a key to destroy at the end. */
  String play() {
    var law = new RecordedRoads(world, roads);
    law.set(PROVINCE, "opinion-days", "7");
    law.set(PROVINCE, "opinion-unit", "WORKING_DAY");
    law.set(PROVINCE, "signature-days", "5");
    offTheRoad();
    whole();
    nonProject();
    var erased = revoked();
    uncertain();
    return erased + "/provider";
  }

  /** Raises everything that is due now, as the worker does. */
  private void raise(String id) {
    var calendar = world.law.calendar();
    var now = world.clock.instant();
    for (var segment : world.dossier(id).limits()) {
      for (var pending : Raising.of(segment, calendar)) {
        if (!pending.at().isAfter(now)
            && (pending.what() != What.WARNING || !pending.due().isBefore(roads.day()))) {
          var started = segment.started();
          roads.send(
              id,
              new RaiseTimeLimit(
                  started.limit(), started.segment(), pending.what(), roads.day(), roads.duty()),
              Actor.SYSTEM);
        }
      }
    }
  }

  private void acknowledge(String id) {
    var notice =
        world.dossier(id).records().notices().stream()
            .map(raised -> raised.notice())
            .filter(it -> it.agency() != null)
            .findFirst()
            .orElseThrow();
    roads.send(
        id,
        new AcknowledgeNotice(notice.id(), roads.day(), roads.duty()),
        new Actor("reader", Role.CLERK, String.valueOf(notice.agency())));
  }

  private LocalDate due(String id, String limit) {
    return world.dossier(id).limits().stream()
        .filter(segment -> segment.started().limit().equals(limit))
        .map(segment -> segment.due(world.law.calendar()).orderedBy())
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private List<LimitSegment> running(String id) {
    return world.dossier(id).runningLimits().toList();
  }

  private void until(LocalDate day) {
    roads.pass(Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(roads.day(), day))));
  }

  /** Until the notice has reached everybody. */
  private void decided(String id) {
    roads
        .concluded(id, AppraisalFinding.ELIGIBLE, APPRAISER)
        .submitted(id, APPRAISER)
        .pass(1)
        .approved(id, CHAIR);
    roads.pass(1).notified(id, CLERK, roads.owed(id));
  }

  private String approved(String title, Provider provider) {
    var id = roads.accepted(title, provider);
    roads.asked(id, APPRAISER);
    decided(id);
    return id;
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  private void offTheRoad() {
    var provider = Fictional.organisation("Sample Foundation");
    var id = roads.accepted("Nhận trước khi phê duyệt", provider);
    roads.send(
        id,
        new RecordEarlyReceipt(
            List.of(usd("1000")), null, "Bệnh viện Mẫu", "Chuyển nhầm", roads.day(), roads.duty()),
        CLERK);
    var aid = Fictional.aid("Phân loại lại", Fictional.organisation("Example Trust"));
    roads
        .pass(1)
        .send(
            id,
            new ReclassifyAid(aid, "Ghi nhầm nhà tài trợ", BASIS, roads.day(), roads.duty()),
            APPRAISER);
    var moved = roads.accepted("Chuyển cơ quan", provider);
    roads
        .pass(1)
        .send(
            moved,
            new TransferDossier(
                OTHER_PROVINCE,
                PROVINCE,
                TransferDossier.Cause.SUCCESSION,
                "Sáp nhập đơn vị hành chính",
                BASIS,
                roads.day(),
                roads.signed("05/QĐ-MAU")),
            ADMINISTRATOR);
  }

  private void whole() {
    var id = roads.accepted("Trọn vòng đời", Fictional.individual());
    roads.handedOver(id);
    var asked = roads.asked(id, APPRAISER);
    // Who never answers.
    roads.ask(id, Roads.RELATED, null, null, APPRAISER);
    roads.pass(2).answered(id, asked.getFirst(), OpinionStance.AGREES, null);
    until(due(id, "opinion").plusDays(1));
    raise(id);
    acknowledge(id);
    until(due(id, "appraisal").minusDays(2));
    raise(id);
    roads.send(
        id,
        new ExtendTimeLimit(
            "appraisal",
            null,
            due(id, "appraisal").plusDays(10),
            "Cần thêm ý kiến chuyên gia",
            roads.day(),
            roads.signed("41/XL-MAU")),
        APPRAISER);
    decided(id);
    roads
        .pass(20)
        .send(
            id,
            new AttachDocument(
                "document-00000000-0000-0000-0000-000000000001",
                DocumentKind.OTHER,
                "ab".repeat(32),
                1000,
                "application/pdf",
                null,
                roads.day(),
                roads.duty()),
            CLERK)
        .send(
            id,
            new RecordImplementationStart(
                roads.day(),
                RecordImplementationStart.Evidence.CONTRACT,
                "Hợp đồng đầu tiên",
                roads.duty()),
            CLERK);
    roads
        .pass(30)
        .send(
            id,
            new RecordDisbursement(
                roads.day(),
                List.of(usd("50000.25")),
                RecordDisbursement.ManagedBy.RECIPIENT,
                "Đợt 1",
                roads.duty()),
            CLERK);
    adjusted(id, true);
    adjusted(id, false);
    roads.send(
        id,
        new CorrectRecord(
            CorrectRecord.Fact.TITLE,
            "Trọn vòng đời, tên đúng",
            "Ghi sai tên",
            BASIS,
            roads.day(),
            roads.duty()),
        KEEPER);
    until(due(id, "annual-report"));
    raise(id);
    roads.send(
        id,
        new SubmitReport(
            "annual-report",
            world.dossier(id).limits().stream()
                .filter(l -> l.running() && l.started().limit().equals("annual-report"))
                .map(l -> l.started().period())
                .findFirst()
                .orElseThrow(),
            roads.day(),
            "Báo cáo năm",
            List.of("document-00000000-0000-0000-0000-000000000001"),
            roads.duty()),
        CLERK);
    roads
        .pass(60)
        .send(id, new RecordImplementationEnd(roads.day(), "Hoàn thành", roads.duty()), CLERK)
        .pass(10)
        .send(id, new RecordHandOver(roads.day(), "Sở Y tế Mẫu", "Bàn giao", roads.duty()), CLERK);
    // To waive one period begins the next.
    for (var open = running(id); !open.isEmpty(); open = running(id)) {
      var started = open.getFirst().started();
      roads.send(
          id,
          new WaiveDuty(
              started.limit(),
              started.segment(),
              "Đã báo cáo bằng văn bản",
              BASIS,
              roads.day(),
              roads.signed("90/QĐ-MAU")),
          CHAIR);
    }
    roads.pass(5).send(id, new CloseAid(roads.day(), "Đã quyết toán", roads.duty()), CLERK);
  }

  private void adjusted(String id, boolean approved) {
    roads
        .pass(3)
        .send(
            id,
            new RequestAdjustment(
                roads.day(), Set.of(DecisionPart.PERIOD), null, "Kéo dài", roads.duty()),
            CLERK);
    roads.pass(3);
    if (approved) {
      roads.send(
          id,
          new ApproveAdjustment(
              roads.day(), roads.content(world.dossier(id).facts()), roads.signed("72/QĐ-MAU")),
          CHAIR);
    } else {
      roads.send(
          id,
          new RefuseAdjustment(roads.day(), "Không cần thiết", BASIS, roads.signed("73/CV-MAU")),
          CHAIR);
    }
  }

  /** Art. 16 is silent on non-project aid: a person says who decides. */
  private void nonProject() {
    var base = Fictional.aid("Viện trợ phi dự án", Fictional.organisation("Sample Relief"));
    var aid =
        new AidFacts(
            base.title(),
            Modality.NON_PROJECT,
            false,
            base.purpose(),
            base.provider(),
            null,
            null,
            base.recipient(),
            base.aidOwner(),
            base.managingAgencies(),
            base.grant(),
            null,
            base.sector(),
            base.localities(),
            null,
            null,
            base.subjects(),
            null);
    var id = world.newDossier();
    roads.send(
        id,
        new SubmitDossier(
            roads.day(),
            FilingChannel.ONLINE,
            PROVINCE,
            Fictional.HOSPITAL,
            8,
            aid,
            Roads.papers(DocumentKind.NON_PROJECT_DOCUMENT),
            Fictional.FOR_APPLICANT),
        RECEPTION);
    roads.pass(1).send(id, new AcceptDossier(roads.day(), roads.duty()), RECEPTION);
    roads.asked(id, APPRAISER);
    decided(id);
    roads
        .pass(3)
        .send(
            id,
            new RequestAdjustment(
                roads.day(), Set.of(DecisionPart.GRANT), null, "Thêm viện trợ", roads.duty()),
            CLERK);
    var question = world.dossier(id).openQuestions().getFirst();
    roads
        .pass(1)
        .send(
            id,
            new DecideOpenQuestion(
                question.id(),
                "HEAD_OF_MANAGING_AGENCY",
                "Như lần đầu",
                roads.day(),
                roads.signed("74/CV-MAU")),
            CHAIR);
  }

  /** Six months without a start. */
  private String revoked() {
    var id = approved("Không bắt đầu", Fictional.individual());
    until(due(id, "not-started").plusDays(1));
    raise(id);
    roads.send(
        id,
        new RevokeAid(roads.day(), "Không triển khai", BASIS, roads.signed("75/QĐ-MAU")),
        CHAIR);
    return id;
  }

  /** A due date in a year of which nothing is known, then a day off where it expired. */
  private void uncertain() {
    until(LocalDate.of(2026, 12, 20));
    var id = roads.accepted("Chưa có lịch", Fictional.organisation("Sample Foundation"));
    until(due(id, "appraisal"));
    raise(id);
    notice(2027, LocalDate.of(2027, 1, 1));
    until(due(id, "appraisal").plusDays(1));
    raise(id);
    notice(2027, due(id, "appraisal"));
    raise(id);
  }

  private void notice(int year, LocalDate off) {
    world.notice(
        new CalendarNotice(
            year, "00/TB-MAU-" + off, roads.day(), "Hư cấu", List.of(off), List.of(), null),
        roads.signed("00/TB-MAU"));
  }
}
