package io.vientro.core.dossier;

import io.vientro.core.rules.AgencyRegistry;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who decides or decided something: a role, and its agency where one is known.
 *
 * @param role role of Art. 7 or 16
 * @param agency its agency, or null if the registry knows none
 * @param articles article and clause that name it, or null where the record does not say
 */
record Decider(String role, @Nullable String agency, @Nullable String articles) {

  /**
   * Whose decision stands: the one who approved the last adjustment, else the aid; null before any
   * approval. By Art. 4.7 that one revokes, and by Art. 16.2 it adjusts.
   */
  static @Nullable Decider ofDecision(DossierState s) {
    var classification = s.classification();
    var articles = classification == null ? null : classification.approverArticles();
    Decider decider = null;
    var approval = s.outcome().approval();
    if (approval != null) {
      decider = new Decider(approval.decidedBy(), approval.decidedByAgency(), articles);
    }
    for (var adjustment : s.life().adjustments()) {
      var adjusted = adjustment.approval();
      if (adjusted != null) {
        decider =
            new Decider(adjusted.decidedBy(), adjusted.decidedByAgency(), adjustment.articles());
      }
    }
    return decider;
  }

  /** Who decides on the adjustment that is asked for; null where none is, or a question is open. */
  static @Nullable Decider ofAdjustment(DossierState s) {
    var open = s.life().openAdjustment();
    var approver = open == null ? null : open.approver();
    return approver == null ? null : new Decider(approver, open.approverAgency(), open.articles());
  }

  /**
   * Agencies whose head may decide: where it is the head of the managing agency and there are
   * several, any of them; none where the registry knows nobody. An agency that was merged is
   * followed to its successor (E37).
   */
  Set<String> agencies(DossierState s) {
    if (AgencyRegistry.headsManagingAgency(role)) {
      return s.managingAgencies();
    }
    var now = agency;
    for (var transfer : s.life().transfers()) {
      if (transfer.cause() == TransferDossier.Cause.SUCCESSION && transfer.from().equals(now)) {
        now = transfer.to();
      }
    }
    return now == null ? Set.of() : Set.of(now);
  }

  /** As {@link #agencies}, of nobody in particular none. */
  static Set<String> agencies(@Nullable Decider decider, DossierState s) {
    return decider == null ? Set.of() : new TreeSet<>(decider.agencies(s));
  }
}
