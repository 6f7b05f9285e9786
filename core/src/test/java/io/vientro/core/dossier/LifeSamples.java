package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.RoadSamples.paper;
import static io.vientro.core.dossier.Samples.DUTY;
import static io.vientro.core.dossier.Samples.OWN;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.dossier.RecordDisbursement.ManagedBy;
import io.vientro.core.dossier.RecordImplementationStart.Evidence;
import io.vientro.core.rules.RulePack.DecisionPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is sent off the main road, and a dossier in each state after its approval. */
public final class LifeSamples {
  private LifeSamples() {}

  /** Today of every scenario here; the sample calendar still knows it. */
  public static final LocalDate TODAY = day(260);

  /** Nothing happened yet, and the law says what follows the approval. */
  public static DossierScenario life() {
    return given().where(DutyLaw::in).on(TODAY);
  }

  public static ReclassifyAid reclassify(AidFacts aid, LocalDate on) {
    return new ReclassifyAid(aid, "Ý kiến của công an", "Sample Act 7.1", on, DUTY);
  }

  public static TransferDossier transfer(String to, TransferDossier.Cause cause, LocalDate on) {
    return transfer(to, null, cause, on);
  }

  public static TransferDossier transfer(
      String to, @Nullable String from, TransferDossier.Cause cause, LocalDate on) {
    return new TransferDossier(to, from, cause, "Sắp xếp", "Sample Resolution 202", on, DUTY);
  }

  public static RecordEarlyReceipt earlyReceipt(LocalDate on) {
    return new RecordEarlyReceipt(
        List.of(ContentBuilder.money("5000", "EUR")),
        null,
        "Tài khoản tạm giữ",
        "Bên cung cấp chuyển sớm",
        on,
        DUTY);
  }

  public static RecordImplementationStart start(LocalDate on) {
    return new RecordImplementationStart(on, Evidence.FIRST_TRANSFER, "Chuyển tiền đợt 1", OWN);
  }

  public static RecordDisbursement disburse(LocalDate on, String euros, ManagedBy managedBy) {
    return new RecordDisbursement(
        on, List.of(ContentBuilder.money(euros, "EUR")), managedBy, "Đợt 1", OWN);
  }

  public static RecordDisbursement disburse(LocalDate on) {
    return disburse(on, "40000", ManagedBy.RECIPIENT);
  }

  public static SubmitReport report(String report, @Nullable String period, LocalDate on) {
    return new SubmitReport(report, period, on, "Đúng tiến độ", null, OWN);
  }

  /** Changes the time of implementation, and nothing that the dossier states. */
  public static RequestAdjustment adjust(LocalDate on) {
    return adjust(on, null, DecisionPart.PERIOD);
  }

  public static RequestAdjustment adjust(
      LocalDate on, @Nullable AidFacts aid, DecisionPart... parts) {
    return new RequestAdjustment(on, Set.of(parts), aid, "Kéo dài thời gian", OWN);
  }

  public static ApproveAdjustment approveAdjustment(LocalDate on) {
    return approveAdjustment(on, ContentBuilder.complete());
  }

  static ApproveAdjustment approveAdjustment(LocalDate on, ContentBuilder content) {
    return new ApproveAdjustment(on, content.build(), paper(on));
  }

  public static RefuseAdjustment refuseAdjustment(LocalDate on) {
    return new RefuseAdjustment(on, "Không cần thiết", "Sample Act 16.2", paper(on));
  }

  public static RecordImplementationEnd end(LocalDate on) {
    return new RecordImplementationEnd(on, "Hoàn thành", OWN);
  }

  public static RecordHandOver handOverResults(LocalDate on) {
    return new RecordHandOver(on, "Bệnh viện mẫu", "Mười giếng", OWN);
  }

  public static CloseAid close(LocalDate on) {
    return new CloseAid(on, "Quyết toán số 9", DUTY);
  }

  /** On the ground of Art. 4.7. */
  public static RevokeAid revoke(LocalDate on) {
    return revoke(on, "Sample Act 4.7");
  }

  public static RevokeAid revoke(LocalDate on, String basis) {
    return new RevokeAid(on, "Không thực hiện", basis, paper(on));
  }

  public static CorrectRecord correct(CorrectRecord.Fact fact, String to, LocalDate on) {
    return new CorrectRecord(fact, to, "Ghi nhầm", "Sample One-stop Act 3", on, DUTY);
  }

  public static AttachDocument attach(String document, LocalDate on) {
    return new AttachDocument(
        document, DocumentKind.OTHER, "0".repeat(64), 10, "application/pdf", null, on, OWN);
  }

  /** Approved on day 8. */
  public static DossierScenario approved() {
    return RoadSamples.approved(life());
  }

  /** Notified on day 9. */
  public static DossierScenario notified() {
    return approved().after(RoadSamples.informAll(day(9)));
  }

  /** Started on day 20, a Sunday in March. */
  public static DossierScenario started() {
    return notified().after(start(day(20)));
  }

  /** An adjustment was asked for on day 40; the province decides, as it did before. */
  public static DossierScenario adjusting() {
    return started().after(adjust(day(40)));
  }

  /** Ended on day 100, in June. */
  public static DossierScenario ended() {
    return started().after(end(day(100)));
  }

  /** Handed over on day 110. */
  public static DossierScenario handedOver() {
    return ended().after(handOverResults(day(110)));
  }

  /** Everything that was owed is reported by day 120. */
  public static DossierScenario reported() {
    return handedOver()
        .after(report("clearance", null, day(120)))
        .after(report("half-year-report", "2026-H1", day(120)))
        .after(
            RoadSamples.CLERK,
            new SubmitReport("annual-report", "2026", day(120), "Đủ", null, DUTY))
        .after(report("end-report", null, day(120)));
  }

  /** Closed on day 130. */
  public static DossierScenario closed() {
    return reported().after(close(day(130)));
  }

  /** Revoked on day 250, since it had not begun in six months; the provider is not told yet. */
  public static DossierScenario revoked() {
    return notified().after(revoke(day(250)));
  }

  /** As {@link RoadSamples#at}, under the law that says what follows the approval. */
  public static DossierScenario at(Status status) {
    var filed = life().after(Samples.submitComplete());
    return switch (status) {
      case NONE -> life();
      case SUBMITTED -> filed;
      case SUPPLEMENT_REQUESTED -> filed.after(Samples.requestSupplement(Samples.DAY, null));
      case CHECKING -> filed.after(Samples.correct(Samples.DAY, Samples.aid()));
      case ACCEPTED -> RoadSamples.accepted(life());
      case CONSULTING -> RoadSamples.asked(life());
      case APPRAISING -> RoadSamples.answered(life());
      case APPRAISAL_MEETING ->
          RoadSamples.asked(life()).after(RoadSamples.convene(day(2), day(4)));
      case APPRAISAL_CONCLUDED -> RoadSamples.concluded(life());
      case SUBMITTED_FOR_DECISION -> RoadSamples.submitted(life());
      case APPROVED -> approved();
      case REFUSED -> RoadSamples.submitted(life()).after(RoadSamples.refuse(day(8)));
      case NOTIFIED -> notified();
      case IMPLEMENTING -> started();
      case ADJUSTING -> adjusting();
      case ENDED -> ended();
      case HANDED_OVER -> handedOver();
      case CLOSED -> closed();
      case REVOKED -> revoked();
      case RECEPTION_REFUSED -> filed.after(Samples.refuse(Samples.DAY));
      case WITHDRAWN -> filed.after(Samples.withdraw(Samples.DAY));
      case PROCESSING_STOPPED -> RoadSamples.answered(life()).after(RoadSamples.stop(day(4)));
    };
  }

  /** Of an aid on which the Prime Minister decided, managed by the province; started on day 20. */
  public static DossierScenario primeMinisters() {
    return RoadSamples.submittedToPrimeMinister(life())
        .after(RoadSamples.FOCAL_CLERK, RoadSamples.approve(day(8)))
        .after(RoadSamples.informAll(day(9)))
        .after(start(day(20)));
  }
}
