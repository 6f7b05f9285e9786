package io.vientro.query.answer;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.Adjustment;
import io.vientro.core.dossier.AdjustmentApproved;
import io.vientro.core.dossier.AdjustmentRefused;
import io.vientro.core.dossier.AidClosed;
import io.vientro.core.dossier.AidRevoked;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.DisbursementRecorded;
import io.vientro.core.dossier.DossierTransferred;
import io.vientro.core.dossier.EarlyReceiptRecorded;
import io.vientro.core.dossier.ImplementationEnded;
import io.vientro.core.dossier.ImplementationStarted;
import io.vientro.core.dossier.Life;
import io.vientro.core.dossier.RecordCorrected;
import io.vientro.core.dossier.ReportSubmitted;
import io.vientro.core.dossier.ResultsHandedOver;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aid after its approval, and what came in before it.
 *
 * @param start of the implementation, or null
 * @param disbursements in the order they were recorded
 * @param reports in the order they were submitted
 * @param adjustments every adjustment, in order (Art. 16)
 * @param end of the implementation, or null
 * @param handOver acceptance and hand-over of the results, or null
 * @param closed or null
 * @param revoked or null (Art. 4.7)
 * @param earlyReceipts what came in before the approval (Art. 4.1)
 * @param transfers moves to another agency, in order
 */
public record LifeAnswer(
    @Nullable Start start,
    List<Disbursement> disbursements,
    List<Report> reports,
    List<AdjustmentAnswer> adjustments,
    @Nullable End end,
    @Nullable HandOver handOver,
    @Nullable Closing closed,
    @Nullable Revocation revoked,
    List<EarlyReceipt> earlyReceipts,
    List<Transfer> transfers) {

  /** The implementation began. */
  public record Start(LocalDate startedOn, Worded evidence, String description, ActAnswer act) {
    private static @Nullable Start of(@Nullable ImplementationStarted e) {
      return e == null
          ? null
          : new Start(
              e.startedOn(), Worded.of(e.evidence()), e.description(), ActAnswer.of(e.act()));
    }
  }

  /** A part of the aid was disbursed. */
  public record Disbursement(
      LocalDate disbursedOn,
      List<Money> amounts,
      Worded managedBy,
      String description,
      ActAnswer act) {
    private static Disbursement of(DisbursementRecorded e) {
      return new Disbursement(
          e.disbursedOn(),
          e.amounts(),
          Worded.of(e.managedBy()),
          e.description(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * A report (Art. 13 to 15, 18).
   *
   * @param report id of the limit by which it is owed
   * @param name what officials call it; null if the pack does not name it
   * @param period period that it is about, or null
   * @param documents ids of attached documents
   */
  public record Report(
      String report,
      @Nullable Bilingual name,
      @Nullable String period,
      LocalDate submittedOn,
      String summary,
      List<String> documents,
      ActAnswer act) {
    private static Report of(ReportSubmitted e, RulePack pack) {
      return new Report(
          e.report(),
          LimitNames.of(e.report(), pack),
          e.period(),
          e.submittedOn(),
          e.summary(),
          e.documents(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * An adjustment as far as it has come.
   *
   * @param approval or null
   * @param refusal or null
   */
  public record AdjustmentAnswer(
      Request request, @Nullable Approval approval, @Nullable Refusal refusal) {
    private static AdjustmentAnswer of(Adjustment it, AgencyRegistry registry) {
      return new AdjustmentAnswer(
          Request.of(it, registry),
          Approval.of(it.approval(), registry),
          Refusal.of(it.refusal(), registry));
    }
  }

  /**
   * What is asked to be adjusted.
   *
   * @param number from 1
   * @param parts of the decision that it is about
   * @param aid the facts as they would be; null where they stay
   * @param approver role that decides on it; null while a question is open
   * @param approverAgency its agency, or null if the registry knew none
   * @param articles article and clause that name it; null while a question is open
   * @param questions what the text leaves open
   */
  public record Request(
      int number,
      LocalDate requestedOn,
      List<Worded> parts,
      @Nullable AidFacts aid,
      String reason,
      @Nullable String approver,
      @Nullable AgencyAnswer approverAgency,
      @Nullable String articles,
      List<String> questions,
      ActAnswer act) {
    private static Request of(Adjustment it, AgencyRegistry registry) {
      var e = it.request();
      return new Request(
          e.number(),
          e.requestedOn(),
          e.parts().stream().sorted().map(Worded::of).toList(),
          e.aid(),
          e.reason(),
          it.approver(),
          AgencyAnswer.ofNullable(it.approverAgency(), registry),
          it.articles(),
          it.questions().stream().map(question -> question.id()).toList(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * It was approved.
   *
   * @param decidedBy role that decided
   * @param agency its agency, or null if the registry knew none
   * @param content the decision as it now reads
   */
  public record Approval(
      LocalDate decidedOn,
      String decidedBy,
      @Nullable AgencyAnswer agency,
      boolean recordedByClerk,
      DecisionContent content,
      ActAnswer act) {
    private static @Nullable Approval of(@Nullable AdjustmentApproved e, AgencyRegistry registry) {
      return e == null
          ? null
          : new Approval(
              e.decidedOn(),
              e.decidedBy(),
              AgencyAnswer.ofNullable(e.decidedByAgency(), registry),
              e.recordedByClerk(),
              e.content(),
              ActAnswer.of(e.act()));
    }
  }

  /** It was refused; the decision stays. */
  public record Refusal(
      LocalDate decidedOn,
      String decidedBy,
      @Nullable AgencyAnswer agency,
      boolean recordedByClerk,
      String reason,
      String legalBasis,
      ActAnswer act) {
    private static @Nullable Refusal of(@Nullable AdjustmentRefused e, AgencyRegistry registry) {
      return e == null
          ? null
          : new Refusal(
              e.decidedOn(),
              e.decidedBy(),
              AgencyAnswer.ofNullable(e.decidedByAgency(), registry),
              e.recordedByClerk(),
              e.reason(),
              e.legalBasis(),
              ActAnswer.of(e.act()));
    }
  }

  /** The implementation ended. */
  public record End(LocalDate endedOn, String description, ActAnswer act) {
    private static @Nullable End of(@Nullable ImplementationEnded e) {
      return e == null ? null : new End(e.endedOn(), e.description(), ActAnswer.of(e.act()));
    }
  }

  /** The results were accepted and handed over (Art. 18). */
  public record HandOver(
      LocalDate handedOverOn, String receivedBy, String description, ActAnswer act) {
    private static @Nullable HandOver of(@Nullable ResultsHandedOver e) {
      return e == null
          ? null
          : new HandOver(e.handedOverOn(), e.receivedBy(), e.description(), ActAnswer.of(e.act()));
    }
  }

  /** The aid was settled and closed. */
  public record Closing(LocalDate closedOn, String settlement, ActAnswer act) {
    private static @Nullable Closing of(@Nullable AidClosed e) {
      return e == null ? null : new Closing(e.closedOn(), e.settlement(), ActAnswer.of(e.act()));
    }
  }

  /** The approval was revoked (Art. 4.7). */
  public record Revocation(
      LocalDate revokedOn,
      String decidedBy,
      @Nullable AgencyAnswer agency,
      boolean recordedByClerk,
      String reason,
      String legalBasis,
      ActAnswer act) {
    private static @Nullable Revocation of(@Nullable AidRevoked e, AgencyRegistry registry) {
      return e == null
          ? null
          : new Revocation(
              e.revokedOn(),
              e.decidedBy(),
              AgencyAnswer.ofNullable(e.decidedByAgency(), registry),
              e.recordedByClerk(),
              e.reason(),
              e.legalBasis(),
              ActAnswer.of(e.act()));
    }
  }

  /** Money or goods came in before the approval (Art. 4.1). */
  public record EarlyReceipt(
      List<Money> amounts,
      @Nullable String goods,
      String heldBy,
      String reason,
      LocalDate receivedOn,
      ActAnswer act) {
    private static EarlyReceipt of(EarlyReceiptRecorded e) {
      return new EarlyReceipt(
          e.amounts(), e.goods(), e.heldBy(), e.reason(), e.receivedOn(), ActAnswer.of(e.act()));
    }
  }

  /** The case moved to another agency. */
  public record Transfer(
      AgencyAnswer from,
      AgencyAnswer to,
      Worded cause,
      String reason,
      String legalBasis,
      LocalDate transferredOn,
      ActAnswer act) {
    private static Transfer of(DossierTransferred e, AgencyRegistry registry) {
      return new Transfer(
          AgencyAnswer.of(e.from(), registry),
          AgencyAnswer.of(e.to(), registry),
          Worded.of(e.cause()),
          e.reason(),
          e.legalBasis(),
          e.transferredOn(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * A fact on record was corrected. Both values stay readable.
   *
   * @param fact which
   * @param recorded as first recorded
   * @param corrected as corrected
   */
  public record Correction(
      Worded fact,
      String recorded,
      String corrected,
      String reason,
      String legalBasis,
      LocalDate correctedOn,
      ActAnswer act) {
    static Correction of(RecordCorrected e) {
      return new Correction(
          Worded.of(e.fact()),
          e.recorded(),
          e.corrected(),
          e.reason(),
          e.legalBasis(),
          e.correctedOn(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * @param life with personal values opened
   */
  static LifeAnswer of(Life life, DecisionContext context) {
    var registry = context.registry();
    return new LifeAnswer(
        Start.of(life.start()),
        life.disbursements().stream().map(Disbursement::of).toList(),
        life.reports().stream().map(e -> Report.of(e, context.pack())).toList(),
        life.adjustments().stream().map(it -> AdjustmentAnswer.of(it, registry)).toList(),
        End.of(life.end()),
        HandOver.of(life.handOver()),
        Closing.of(life.closed()),
        Revocation.of(life.revoked(), registry),
        life.earlyReceipts().stream().map(EarlyReceipt::of).toList(),
        life.transfers().stream().map(e -> Transfer.of(e, registry)).toList());
  }
}
