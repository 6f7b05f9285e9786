package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Grant;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.ManagementEntry;
import io.vientro.core.rules.Truth;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must hold of the content of an approval decision (Art. 11.1). */
final class ContentRules {
  private static final String AT = "content.";

  private ContentRules() {}

  /** Of the approval of an aid. */
  static Optional<Rejection> refusal(
      DossierState state, ApproveAid command, DecisionContext context) {
    var classification = state.classification();
    var approver = classification == null ? null : classification.approver();
    return refusal(state, approver, command.content(), context);
  }

  /** Of the approval of an adjustment: the decision as it then reads, against the facts then. */
  static Optional<Rejection> refusal(
      DossierState state, ApproveAdjustment command, DecisionContext context) {
    var adjustment = Objects.requireNonNull(state.life().openAdjustment(), "a gate asks");
    var aid = adjustment.request().aid();
    var adjusted = aid == null ? state : state.change().aid(aid).build();
    return refusal(adjusted, adjustment.approver(), command.content(), context);
  }

  private static Optional<Rejection> refusal(
      DossierState state,
      @Nullable String approver,
      DecisionContent content,
      DecisionContext context) {
    return missing(state.facts(), approver, content, context)
        .or(() -> agenciesAreKnown(content, context))
        .or(() -> managementIsAllowed(state, content, context))
        .or(() -> amountsAreSound(content, context))
        .or(() -> splitAddsUp(content))
        .or(() -> grantIsTheDossiers(state.facts(), content))
        .or(() -> FactRules.goodsRefusal(AT + "goods", Copies.listOrEmpty(content.goods())))
        .or(() -> FactRules.periodRefusal(AT + "period", content.period()));
  }

  /** The first part that the pack wants stated and that is not (E23, E24). */
  private static Optional<Rejection> missing(
      AidFacts aid, @Nullable String approver, DecisionContent content, DecisionContext context) {
    var road = context.pack().road();
    if (road == null || approver == null) {
      return Optional.empty();
    }
    var level = AgencyLevel.of(aid, context.registry());
    return road.decision().content().stream()
        .filter(e -> e.when().test(aid, approver, level) == Truth.TRUE)
        .filter(e -> !content.states(e.part()))
        .findFirst()
        .map(
            e ->
                Rejection.of(
                        RejectionCode.DECISION_CONTENT_MISSING,
                        new LegalBasis(context.pack().act(), e.articles()))
                    .at(field(content, e.part()))
                    .with("part", e.part()));
  }

  /** The form of management is one that the aid may have (Art. 12, E25). */
  private static Optional<Rejection> managementIsAllowed(
      DossierState state, DecisionContent content, DecisionContext context) {
    var life = context.pack().life();
    var mode = content.managementMode();
    if (life == null || mode == null) {
      return Optional.empty();
    }
    var circumstances =
        CaseCircumstances.decided(
            CaseCircumstances.of(state, context.registry(), context.today()),
            content,
            state.facts());
    return life.management().stream()
        .filter(e -> e.mode().equals(mode.name()))
        .findFirst()
        .flatMap(
            e ->
                switch (e.when().holds(state.facts(), circumstances)) {
                  case TRUE -> Optional.empty();
                  case FALSE ->
                      Optional.of(managed(RejectionCode.MANAGEMENT_MODE_NOT_ALLOWED, e, context));
                  case UNKNOWN -> Optional.of(managed(RejectionCode.USD_WORTH_UNKNOWN, e, context));
                });
  }

  private static Rejection managed(
      RejectionCode code, ManagementEntry entry, DecisionContext context) {
    return Rejection.of(code, new LegalBasis(context.pack().act(), entry.articles()))
        .at(AT + (code == RejectionCode.USD_WORTH_UNKNOWN ? "usd" : "managementMode"))
        .with("mode", entry.mode());
  }

  private static String field(DecisionContent c, DecisionPart part) {
    return AT
        + switch (part) {
          case TITLE -> "title";
          case MANAGING_AGENCIES -> "managingAgencies";
          case OWNER -> "owner";
          case PROVIDER -> "provider";
          case CO_PROVIDERS -> "coProviders";
          case OBJECTIVE -> "objective";
          case RESULTS -> "results";
          case GOODS -> "goods";
          case PERIOD -> "period";
          case PLACE -> "place";
          case GRANT -> "grant";
          case COUNTERPART -> "counterpart";
          case GRANT_SPLIT ->
              c.grantManagedByRecipient() == null
                  ? "grantManagedByRecipient"
                  : "grantManagedByProvider";
          case FINANCIAL_MECHANISM -> "financialMechanism";
          case MANAGEMENT_MODE -> "managementMode";
          case SALE_CONSENT -> "saleConsent";
        };
  }

  private static Optional<Rejection> agenciesAreKnown(
      DecisionContent content, DecisionContext context) {
    return FactRules.agenciesRefusal(
        AT + "managingAgencies", Copies.listOrEmpty(content.managingAgencies()), context);
  }

  private static Optional<Rejection> amountsAreSound(
      DecisionContent content, DecisionContext context) {
    var grant = Copies.listOrEmpty(content.grant());
    return FactRules.moneyRefusal(AT + "grant", grant, new HashSet<>())
        .or(() -> managed("grantManagedByRecipient", content.grantManagedByRecipient()))
        .or(() -> managed("grantManagedByProvider", content.grantManagedByProvider()))
        .or(
            () ->
                FactRules.counterpartRefusal(
                    AT + "counterpart", Copies.listOrEmpty(content.counterpart())))
        .or(
            () ->
                FactRules.usdRefusal(
                    AT + "usd", new Grant(grant, List.of(), content.usd()), context));
  }

  private static Optional<Rejection> managed(String field, @Nullable List<Money> amounts) {
    return FactRules.moneyRefusal(AT + field, Copies.listOrEmpty(amounts), new HashSet<>());
  }

  /** What the recipient and what the provider manages is the grant, currency by currency. */
  private static Optional<Rejection> splitAddsUp(DecisionContent content) {
    if (content.grantManagedByRecipient() == null || content.grantManagedByProvider() == null) {
      return Optional.empty();
    }
    var managed =
        sums(Copies.append(content.grantManagedByRecipient(), content.grantManagedByProvider()));
    var grant = sums(Copies.listOrEmpty(content.grant()));
    return managed.equals(grant)
        ? Optional.empty()
        : Optional.of(
            Rejection.of(RejectionCode.GRANT_SPLIT_CONTRADICTS)
                .at(AT + "grantManagedByRecipient")
                .with("grant", text(grant))
                .with("managed", text(managed)));
  }

  /**
   * The grant is the one that the dossier states, in its own currencies or in one of its
   * equivalents; the decision may depart from it, and then says why. It keeps a slip of the pen
   * from becoming a decision.
   */
  private static Optional<Rejection> grantIsTheDossiers(AidFacts aid, DecisionContent content) {
    if (content.grant() == null || isGiven(content.deviationReason())) {
      return Optional.empty();
    }
    var decided = sums(content.grant());
    var stated = aid.grant();
    return decided.equals(sums(stated.parts()))
            || stated.equivalents().stream().anyMatch(e -> decided.equals(sums(List.of(e))))
        ? Optional.empty()
        : Optional.of(
            Rejection.of(RejectionCode.DECISION_DIFFERS_FROM_DOSSIER)
                .at(AT + "grant")
                .with("decided", text(decided))
                .with("stated", text(sums(stated.parts()))));
  }

  /** Sums by currency; without trailing zeros, so that equal sums are equal. */
  private static Map<String, BigDecimal> sums(List<Money> amounts) {
    var sums = new TreeMap<String, BigDecimal>();
    amounts.forEach(m -> sums.merge(m.currency(), m.amount(), BigDecimal::add));
    sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
    return sums;
  }

  private static String text(Map<String, BigDecimal> sums) {
    var words = new java.util.StringJoiner(", ");
    sums.forEach((currency, sum) -> words.add(sum.toPlainString() + " " + currency));
    return words.toString();
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
