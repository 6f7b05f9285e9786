package io.vientro.core.dossier;

import io.vientro.core.dossier.RecordDisbursement.ManagedBy;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What was disbursed, beside what the decision grants. The law bounds a disbursement by nothing but
 * the approval, so more than was granted is a mark and no refusal; it wants an adjustment (Art.
 * 16).
 */
public final class Disbursed {
  private Disbursed() {}

  /**
   * More than was granted.
   *
   * @param managedBy whose part of the grant it is (Art. 11.1)
   * @param granted by the decision as it now reads; nothing for a currency that it does not name
   * @param disbursed altogether
   */
  public record Excess(ManagedBy managedBy, Money granted, Money disbursed) {}

  /** Each part and currency of which more was disbursed than granted; empty before any approval. */
  public static List<Excess> beyondGrant(DossierState state) {
    var decision = state.decision();
    if (decision == null) {
      return List.of();
    }
    return Arrays.stream(ManagedBy.values())
        .flatMap(
            by ->
                beyond(
                    by,
                    Copies.listOrEmpty(
                        switch (by) {
                          case RECIPIENT -> decision.grantManagedByRecipient();
                          case PROVIDER -> decision.grantManagedByProvider();
                        }),
                    state.life().disbursements())
                    .stream())
        .toList();
  }

  private static List<Excess> beyond(
      ManagedBy by, List<Money> granted, List<DisbursementRecorded> disbursements) {
    var sums = new TreeMap<String, BigDecimal>();
    disbursements.stream()
        .filter(d -> d.managedBy() == by)
        .flatMap(d -> d.amounts().stream())
        .forEach(m -> sums.merge(m.currency(), m.amount(), BigDecimal::add));
    var beyond = new ArrayList<Excess>();
    sums.forEach(
        (currency, sum) -> {
          var limit =
              granted.stream()
                  .filter(m -> m.currency().equals(currency))
                  .map(Money::amount)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          if (sum.compareTo(limit) > 0) {
            beyond.add(new Excess(by, new Money(limit, currency), new Money(sum, currency)));
          }
        });
    return beyond;
  }
}
