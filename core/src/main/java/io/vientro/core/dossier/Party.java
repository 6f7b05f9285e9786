package io.vientro.core.dossier;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts that agencies have in a case. An act belongs to one of them. */
enum Party {
  /** The agency that the dossier was filed with (Art. 8.6). */
  RECEIVER,
  /** The lead appraiser (Art. 9). */
  LEAD,
  /** Either of the two. */
  RECEIVER_OR_LEAD,
  /** The competent authority (Art. 7). */
  APPROVER,
  /** An agency that was asked for its opinion (Art. 10.2). */
  CONSULTED,
  /** The managing agency, which notifies (Art. 11.2). */
  MANAGING,
  /** Any of the above but those consulted. */
  PARTICIPANT,
  /** The agency that has the case in its charge, or the managing agency: they keep its record. */
  KEEPER,
  /** The managing agency, which follows the implementation (Art. 13). */
  FOLLOWING,
  /** Whose decision stands (Art. 4.7). */
  DECIDER,
  /** Who decides on the adjustment that is asked for (Art. 16). */
  ADJUSTMENT_APPROVER,
  /** Who has the dossier in hands. */
  HOLDER,
  /** To whom it was handed over. */
  HAND_OVER_RECEIVER;

  Set<String> agencies(DossierState s) {
    return switch (this) {
      case RECEIVER -> Set.of(s.inCharge());
      case LEAD -> Set.of(s.leadAgency());
      case RECEIVER_OR_LEAD -> {
        var both = new TreeSet<>(LEAD.agencies(s));
        both.add(s.inCharge());
        yield both;
      }
      case APPROVER -> s.approverAgencies();
      case CONSULTED ->
          s.appraisal().opinions().stream()
              .map(o -> o.request().agency())
              .collect(Collectors.toSet());
      case MANAGING, FOLLOWING -> s.managingAgencies();
      case KEEPER -> {
        var both = new TreeSet<>(s.managingAgencies());
        both.add(s.inCharge());
        yield both;
      }
      case DECIDER -> Decider.agencies(Decider.ofDecision(s), s);
      case ADJUSTMENT_APPROVER -> Decider.agencies(Decider.ofAdjustment(s), s);
      case PARTICIPANT -> s.participants();
      case HOLDER -> agency(s.custody().holder());
      case HAND_OVER_RECEIVER -> {
        var pending = s.custody().pending();
        yield agency(pending == null ? null : pending.to());
      }
    };
  }

  private static Set<String> agency(@Nullable Custodian custodian) {
    return custodian == null ? Set.of() : Set.of(custodian.agency());
  }

  /** Why somebody of another agency is refused. */
  Rejection refusal(DossierState s, DecisionContext c) {
    var whose = String.join(", ", new TreeSet<>(agencies(s)));
    return switch (this) {
      case RECEIVER, RECEIVER_OR_LEAD, PARTICIPANT, KEEPER ->
          Rejection.of(RejectionCode.OTHER_AGENCYS_DOSSIER).with("agency", s.inCharge());
      case LEAD -> {
        var determined = s.appraisal().determined();
        var articles = determined == null ? null : determined.leadArticles();
        yield based(RejectionCode.NOT_THE_LEAD_APPRAISER, articles, c).with("agency", whose);
      }
      case APPROVER -> {
        var classification = s.classification();
        var articles = classification == null ? null : classification.approverArticles();
        // Where the registry knows no agency of whoever decides, the role says it.
        var authority =
            whose.isEmpty() && classification != null
                ? String.valueOf(classification.approver())
                : whose;
        yield based(RejectionCode.NOT_THE_COMPETENT_AUTHORITY, articles, c)
            .with("agency", authority);
      }
      case DECIDER -> authority(Decider.ofDecision(s), whose, c);
      case ADJUSTMENT_APPROVER -> authority(Decider.ofAdjustment(s), whose, c);
      case FOLLOWING -> Rejection.of(RejectionCode.NOT_THE_MANAGING_AGENCY).with("agency", whose);
      case CONSULTED -> Rejection.of(RejectionCode.NOT_ASKED_FOR_OPINION);
      case MANAGING -> {
        var owed = s.outcome().owed();
        var articles = owed.isEmpty() ? null : owed.getFirst().articles();
        yield based(RejectionCode.NOT_THE_MANAGING_AGENCY, articles, c).with("agency", whose);
      }
      case HOLDER -> Rejection.of(RejectionCode.NOT_THE_HOLDER).with("agency", whose);
      case HAND_OVER_RECEIVER ->
          Rejection.of(RejectionCode.NOT_THE_RECEIVER_OF_HAND_OVER).with("agency", whose);
    };
  }

  private static Rejection authority(@Nullable Decider decider, String whose, DecisionContext c) {
    var articles = decider == null ? null : decider.articles();
    return based(RejectionCode.NOT_THE_COMPETENT_AUTHORITY, articles, c)
        .with("agency", whose.isEmpty() && decider != null ? decider.role() : whose);
  }

  private static Rejection based(RejectionCode code, @Nullable String articles, DecisionContext c) {
    return articles == null
        ? Rejection.of(code)
        : Rejection.of(code, new LegalBasis(c.pack().act(), articles));
  }
}
