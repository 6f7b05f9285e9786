package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aid after its approval, and what came in before it.
 *
 * @param adjustments every adjustment, in order
 */
public record Life(
    @Nullable ImplementationStarted start,
    List<DisbursementRecorded> disbursements,
    List<ReportSubmitted> reports,
    List<Adjustment> adjustments,
    @Nullable ImplementationEnded end,
    @Nullable ResultsHandedOver handOver,
    @Nullable AidClosed closed,
    @Nullable AidRevoked revoked,
    List<EarlyReceiptRecorded> earlyReceipts) {
  static final Life NONE =
      new Life(null, List.of(), List.of(), List.of(), null, null, null, null, List.of());

  public Life {
    disbursements = Copies.list(disbursements);
    reports = Copies.list(reports);
    adjustments = Copies.list(adjustments);
    earlyReceipts = Copies.list(earlyReceipts);
  }

  /** The adjustment that nobody has decided on yet, or null. */
  public @Nullable Adjustment openAdjustment() {
    return adjustments.stream().filter(Adjustment::open).findFirst().orElse(null);
  }

  Life after(LifeEvent event) {
    return switch (event) {
      case ImplementationStarted e -> with(e, end, handOver, closed, revoked);
      case ImplementationEnded e -> with(start, e, handOver, closed, revoked);
      case ResultsHandedOver e -> with(start, end, e, closed, revoked);
      case AidClosed e -> with(start, end, handOver, e, revoked);
      case AidRevoked e -> with(start, end, handOver, closed, e);
      case DisbursementRecorded e ->
          with(Copies.append(disbursements, List.of(e)), reports, adjustments, earlyReceipts);
      case ReportSubmitted e ->
          with(disbursements, Copies.append(reports, List.of(e)), adjustments, earlyReceipts);
      case AdjustmentRequested e ->
          with(
              disbursements,
              reports,
              Copies.append(adjustments, List.of(new Adjustment(e, null, null))),
              earlyReceipts);
      case AdjustmentApproved e -> decided(e.number(), e, null);
      case AdjustmentRefused e -> decided(e.number(), null, e);
      case EarlyReceiptRecorded e ->
          with(disbursements, reports, adjustments, Copies.append(earlyReceipts, List.of(e)));
      case AidReclassified e -> this;
      case DossierTransferred e -> this;
      case RecordCorrected e -> this;
    };
  }

  private Life decided(
      int number, @Nullable AdjustmentApproved approval, @Nullable AdjustmentRefused refusal) {
    return with(
        disbursements,
        reports,
        adjustments.stream()
            .map(
                a ->
                    a.request().number() == number
                        ? new Adjustment(a.request(), approval, refusal)
                        : a)
            .toList(),
        earlyReceipts);
  }

  private Life with(
      List<DisbursementRecorded> disbursements,
      List<ReportSubmitted> reports,
      List<Adjustment> adjustments,
      List<EarlyReceiptRecorded> earlyReceipts) {
    return new Life(
        start, disbursements, reports, adjustments, end, handOver, closed, revoked, earlyReceipts);
  }

  private Life with(
      @Nullable ImplementationStarted start,
      @Nullable ImplementationEnded end,
      @Nullable ResultsHandedOver handOver,
      @Nullable AidClosed closed,
      @Nullable AidRevoked revoked) {
    return new Life(
        start, disbursements, reports, adjustments, end, handOver, closed, revoked, earlyReceipts);
  }
}
