package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Grant;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Circumstances;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dossier tells besides the facts of its aid. */
final class CaseCircumstances {
  private CaseCircumstances() {}

  static Circumstances of(DossierState state, AgencyRegistry registry, LocalDate today) {
    var classification = state.classification();
    var circumstances =
        Circumstances.NONE
            .approver(classification == null ? null : classification.approver())
            .level(AgencyLevel.of(state.facts(), registry))
            .on(today);
    var content = state.decision();
    return content == null ? circumstances : decided(circumstances, content, state.facts());
  }

  /** With what a decision says, whether it was issued or is about to be. */
  static Circumstances decided(
      Circumstances circumstances, DecisionContent content, AidFacts facts) {
    var mechanism = content.financialMechanism();
    var mode = content.managementMode();
    return circumstances
        .decided(mechanism == null ? null : mechanism.name(), mode == null ? null : mode.name())
        .worth(usd(content, facts));
  }

  /** The worth that the decision froze; else as its grant, or the very grant of the dossier. */
  private static @Nullable BigDecimal usd(DecisionContent content, AidFacts facts) {
    if (content.usd() != null) {
      return content.usd().amount();
    }
    var grant = content.grant();
    return grant == null || grant.equals(facts.grant().parts())
        ? usd(facts.grant())
        : statedInUsd(grant);
  }

  /** The worth of a grant in US dollars as far as it is stated; null where it is not. */
  static @Nullable BigDecimal usd(Grant grant) {
    var usd = grant.usd();
    return usd != null ? usd.amount() : statedInUsd(grant.parts());
  }

  private static @Nullable BigDecimal statedInUsd(List<Money> grant) {
    return grant.size() == 1 && grant.getFirst().currency().equals("USD")
        ? grant.getFirst().amount()
        : null;
  }
}
