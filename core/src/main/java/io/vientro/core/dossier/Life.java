package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The aid after its approval, and what came in before it.
 *
 * @param adjustments every adjustment, in order
 * @param transfers every move to another agency, in order
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
    List<EarlyReceiptRecorded> earlyReceipts,
    List<DossierTransferred> transfers) {
  static final Life NONE =
      new Life(null, List.of(), List.of(), List.of(), null, null, null, null, List.of(), List.of());

  public Life {
    disbursements = Copies.list(disbursements);
    reports = Copies.list(reports);
    adjustments = Copies.list(adjustments);
    earlyReceipts = Copies.list(earlyReceipts);
    transfers = Copies.list(transfers);
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
          with(
              Copies.append(disbursements, List.of(e)),
              reports,
              adjustments,
              earlyReceipts,
              transfers);
      case ReportSubmitted e ->
          with(
              disbursements,
              Copies.append(reports, List.of(e)),
              adjustments,
              earlyReceipts,
              transfers);
      case AdjustmentRequested e ->
          with(
              disbursements,
              reports,
              Copies.append(adjustments, List.of(new Adjustment(e, null, null, null))),
              earlyReceipts,
              transfers);
      case AdjustmentDetermined e ->
          adjusted(e.number(), a -> new Adjustment(a.request(), e, a.approval(), a.refusal()));
      case AdjustmentApproved e ->
          adjusted(e.number(), a -> new Adjustment(a.request(), a.determined(), e, null));
      case AdjustmentRefused e ->
          adjusted(e.number(), a -> new Adjustment(a.request(), a.determined(), null, e));
      case EarlyReceiptRecorded e ->
          with(
              disbursements,
              reports,
              adjustments,
              Copies.append(earlyReceipts, List.of(e)),
              transfers);
      case AidReclassified e -> this;
      case DossierTransferred e ->
          with(
              disbursements,
              reports,
              adjustments,
              earlyReceipts,
              Copies.append(transfers, List.of(e)));
      case RecordCorrected e -> this;
    };
  }

  private Life adjusted(int number, UnaryOperator<Adjustment> change) {
    return with(
        disbursements,
        reports,
        adjustments.stream()
            .map(a -> a.request().number() == number ? change.apply(a) : a)
            .toList(),
        earlyReceipts,
        transfers);
  }

  /** The same with corrected dates of start and end. */
  Life corrected(@Nullable ImplementationStarted start, @Nullable ImplementationEnded end) {
    return with(start, end, handOver, closed, revoked);
  }

  private Life with(
      List<DisbursementRecorded> disbursements,
      List<ReportSubmitted> reports,
      List<Adjustment> adjustments,
      List<EarlyReceiptRecorded> earlyReceipts,
      List<DossierTransferred> transfers) {
    return new Life(
        start,
        disbursements,
        reports,
        adjustments,
        end,
        handOver,
        closed,
        revoked,
        earlyReceipts,
        transfers);
  }

  private Life with(
      @Nullable ImplementationStarted start,
      @Nullable ImplementationEnded end,
      @Nullable ResultsHandedOver handOver,
      @Nullable AidClosed closed,
      @Nullable AidRevoked revoked) {
    return new Life(
        start,
        disbursements,
        reports,
        adjustments,
        end,
        handOver,
        closed,
        revoked,
        earlyReceipts,
        transfers);
  }
}
