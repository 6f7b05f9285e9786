package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.log.LogMode;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of the facts of an aid before anything can be decided on them. */
final class FactRules {
  private static final String DISASTER = "aid.scope.disaster.";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  /** One sentence that must hold. */
  private interface FactRule {
    Optional<Rejection> refuses(AidFacts aid, DecisionContext context);
  }

  /** All of them, in the order in which a person would ask. */
  private static final List<FactRule> RULES =
      List.of(
          (aid, context) -> providerIsOneOfBoth(aid.provider()),
          (aid, context) -> providerKindsAgree(aid.provider()),
          (aid, context) -> registeredNgoHasRegistration(aid.provider()),
          (aid, context) ->
              refuse(
                  !COUNTRIES.contains(aid.provider().country()),
                  Rejection.of(RejectionCode.UNKNOWN_COUNTRY)
                      .at("aid.provider.country")
                      .with("country", aid.provider().country())),
          (aid, context) ->
              refuse(
                  aid.experts() && aid.modality() != Modality.NON_PROJECT,
                  Rejection.of(
                          RejectionCode.EXPERTS_ONLY_NON_PROJECT,
                          new LegalBasis(context.pack().act(), "8.2.đ"))
                      .at("aid.experts")),
          FactRules::managingAgenciesAreKnown,
          FactRules::localitiesAreKnown,
          (aid, context) -> grantIsSound(aid.grant()),
          FactRules::usdValueIsSound,
          (aid, context) -> counterpartIsSound(aid),
          (aid, context) -> goodsAreCounted(aid),
          (aid, context) -> periodRefusal("aid.period", aid.period()),
          (aid, context) -> excludedProviderIsCompany(aid),
          (aid, context) -> disasterRefusal(aid.scopeOrNone().disaster(), context),
          (aid, context) ->
              refuse(
                  !aid.assumed().isEmpty() && context.mode() != LogMode.TRAINING,
                  Rejection.of(RejectionCode.ASSUMED_ONLY_IN_TRAINING).at("aid.assumed")));

  private FactRules() {}

  static Optional<Rejection> refusal(AidFacts aid, DecisionContext context) {
    return RULES.stream().flatMap(rule -> rule.refuses(aid, context).stream()).findFirst();
  }

  private static Optional<Rejection> refuse(boolean refused, Rejection rejection) {
    return refused ? Optional.of(rejection) : Optional.empty();
  }

  private static Optional<Rejection> providerIsOneOfBoth(Provider provider) {
    var individual = provider.papers() == ProviderPaperKind.INDIVIDUAL;
    var asPerson = provider.individual() != null && provider.name() == null;
    var asOrganisation = provider.individual() == null && provider.name() != null;
    return refuse(
        individual ? !asPerson : !asOrganisation,
        Rejection.of(RejectionCode.PROVIDER_NAME_MISMATCH)
            .at(individual ? "aid.provider.individual" : "aid.provider.name"));
  }

  private static Optional<Rejection> providerKindsAgree(Provider provider) {
    var papers = provider.papers();
    var agrees =
        switch (provider.providerClass()) {
          case INDIVIDUAL -> papers == ProviderPaperKind.INDIVIDUAL;
          case FOREIGN_NGO ->
              papers == ProviderPaperKind.REGISTERED_FOREIGN_NGO
                  || papers == ProviderPaperKind.OTHER;
          case COMPANY, RESEARCH_OR_TRAINING_BODY -> papers == ProviderPaperKind.OTHER;
          case FOREIGN_AGENCY ->
              papers != ProviderPaperKind.INDIVIDUAL
                  && papers != ProviderPaperKind.REGISTERED_FOREIGN_NGO;
        };
    return refuse(
        !agrees,
        Rejection.of(RejectionCode.PROVIDER_KINDS_CONTRADICT)
            .at("aid.provider.papers")
            .with("papers", papers)
            .with("providerClass", provider.providerClass()));
  }

  private static Optional<Rejection> registeredNgoHasRegistration(Provider provider) {
    return refuse(
        provider.papers() == ProviderPaperKind.REGISTERED_FOREIGN_NGO
            && provider.providerClass() == ProviderClass.FOREIGN_NGO
            && provider.registration() == null,
        Rejection.of(RejectionCode.REGISTRATION_MISSING).at("aid.provider.registration"));
  }

  private static Optional<Rejection> managingAgenciesAreKnown(
      AidFacts aid, DecisionContext context) {
    return agenciesRefusal("aid.managingAgencies", aid.managingAgencies(), context);
  }

  /** Known agencies, each once. */
  static Optional<Rejection> agenciesRefusal(
      String at, List<String> agencies, DecisionContext context) {
    var seen = new HashSet<String>();
    for (var i = 0; i < agencies.size(); i++) {
      var agency = agencies.get(i);
      var path = at + "[" + i + "]";
      if (context.registry().agency(agency).isEmpty()) {
        return Optional.of(
            Rejection.of(RejectionCode.UNKNOWN_AGENCY).at(path).with("agency", agency));
      }
      if (!seen.add(agency)) {
        return Optional.of(
            Rejection.of(RejectionCode.AGENCY_REPEATED).at(path).with("agency", agency));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> localitiesAreKnown(AidFacts aid, DecisionContext context) {
    for (var i = 0; i < aid.localities().size(); i++) {
      var place = aid.localities().get(i).province();
      if (!context.registry().knowsPlace(place)) {
        return Optional.of(
            Rejection.of(RejectionCode.UNKNOWN_PLACE)
                .at("aid.localities[" + i + "].province")
                .with("place", place));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> grantIsSound(Grant grant) {
    if (grant.parts().isEmpty()) {
      return Optional.of(Rejection.of(RejectionCode.AMOUNT_MISSING).at("aid.grant.parts"));
    }
    var seen = new HashSet<String>();
    return moneyRefusal("aid.grant.parts", grant.parts(), seen)
        .or(() -> moneyRefusal("aid.grant.equivalents", grant.equivalents(), seen));
  }

  /** Known currencies, each once, and amounts above zero. */
  static Optional<Rejection> moneyRefusal(String path, List<Money> amounts, Set<String> seen) {
    for (var i = 0; i < amounts.size(); i++) {
      var money = amounts.get(i);
      var at = path + "[" + i + "]";
      if (!CURRENCIES.contains(money.currency())) {
        return Optional.of(unknownCurrency(money).at(at + ".currency"));
      }
      // A sum that adds up to a total names each currency once; an equivalent in a part's currency
      // would state the total twice.
      if (!seen.add(money.currency())) {
        return Optional.of(
            Rejection.of(RejectionCode.CURRENCY_REPEATED)
                .at(at + ".currency")
                .with("currency", money.currency()));
      }
      if (money.amount().signum() <= 0) {
        return Optional.of(Rejection.of(RejectionCode.AMOUNT_NOT_POSITIVE).at(at + ".amount"));
      }
    }
    return Optional.empty();
  }

  private static Rejection unknownCurrency(Money money) {
    return Rejection.of(RejectionCode.UNKNOWN_CURRENCY).with("currency", money.currency());
  }

  private static Optional<Rejection> usdValueIsSound(AidFacts aid, DecisionContext context) {
    return usdRefusal("aid.grant.usd", aid.grant(), context);
  }

  /** The worth in USD is the one stated, or comes with its rate. */
  static Optional<Rejection> usdRefusal(String at, Grant grant, DecisionContext context) {
    var usd = grant.usd();
    if (usd == null) {
      return Optional.empty();
    }
    if (usd.amount().signum() <= 0) {
      return Optional.of(Rejection.of(RejectionCode.AMOUNT_NOT_POSITIVE).at(at + ".amount"));
    }
    var stated = statedInUsd(grant);
    if (stated.isPresent()) {
      return refuse(
          stated.get().compareTo(usd.amount()) != 0,
          Rejection.of(RejectionCode.USD_VALUE_CONTRADICTS)
              .at(at + ".amount")
              .with("stated", stated.get().toPlainString()));
    }
    if (usd.rate() == null || usd.rateDate() == null || usd.rateSource() == null) {
      return Optional.of(Rejection.of(RejectionCode.USD_RATE_MISSING).at(at));
    }
    return refuse(
            usd.rate().signum() <= 0,
            Rejection.of(RejectionCode.AMOUNT_NOT_POSITIVE).at(at + ".rate"))
        .or(() -> CommandRule.refusedIfFuture(at + ".rateDate", usd.rateDate(), context));
  }

  /** The whole grant in USD, where the dossier itself states it. */
  private static Optional<BigDecimal> statedInUsd(Grant grant) {
    var parts = grant.parts();
    var whole = parts.size() == 1 ? Copies.append(parts, grant.equivalents()) : grant.equivalents();
    return whole.stream().filter(m -> m.currency().equals("USD")).map(Money::amount).findFirst();
  }

  private static Optional<Rejection> counterpartIsSound(AidFacts aid) {
    return counterpartRefusal("aid.counterpart", aid.counterpart());
  }

  static Optional<Rejection> counterpartRefusal(String path, List<CounterpartFund> funds) {
    for (var i = 0; i < funds.size(); i++) {
      var money = funds.get(i).money();
      var at = path + "[" + i + "].money";
      if (!CURRENCIES.contains(money.currency())) {
        return Optional.of(unknownCurrency(money).at(at + ".currency"));
      }
      if (money.amount().signum() <= 0) {
        return Optional.of(Rejection.of(RejectionCode.AMOUNT_NOT_POSITIVE).at(at + ".amount"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> goodsAreCounted(AidFacts aid) {
    return goodsRefusal("aid.goods", aid.goods());
  }

  static Optional<Rejection> goodsRefusal(String path, List<GoodsItem> goods) {
    for (var i = 0; i < goods.size(); i++) {
      var quantity = goods.get(i).quantity();
      if (quantity != null && quantity.signum() <= 0) {
        return Optional.of(
            Rejection.of(RejectionCode.NUMBER_NOT_POSITIVE).at(path + "[" + i + "].quantity"));
      }
    }
    return Optional.empty();
  }

  static Optional<Rejection> periodRefusal(String path, @Nullable Period period) {
    return refuse(
        period != null && period.to().isBefore(period.from()),
        Rejection.of(RejectionCode.PERIOD_REVERSED).at(path + ".to"));
  }

  /** Only a company can be the foreign-invested company that Art. 2.2.c excludes (E13). */
  private static Optional<Rejection> excludedProviderIsCompany(AidFacts aid) {
    return refuse(
        Boolean.TRUE.equals(aid.scopeOrNone().foreignInvestedProvider())
            && aid.provider().providerClass() != ProviderClass.COMPANY,
        Rejection.of(RejectionCode.PROVIDER_KINDS_CONTRADICT)
            .at("aid.scope.foreignInvestedProvider")
            .with("papers", aid.provider().papers())
            .with("providerClass", aid.provider().providerClass()));
  }

  /** What happened is not in the future, and nothing comes before what it answers. */
  private static Optional<Rejection> disasterRefusal(
      @Nullable Disaster disaster, DecisionContext context) {
    if (disaster == null) {
      return Optional.empty();
    }
    var happened = disaster.happenedOn();
    return CommandRule.refusedIfFuture(DISASTER + "happenedOn", happened, context)
        .or(() -> happenedAfter("approvedOn", disaster.approvedOn(), happened, context))
        .or(() -> happenedAfter("implementedOn", disaster.implementedOn(), happened, context))
        .or(() -> reversed("plannedApprovalBy", happened, disaster.plannedApprovalBy()))
        .or(
            () ->
                reversed("plannedImplementationEnd", happened, disaster.plannedImplementationEnd()))
        .or(() -> reversed("implementedOn", disaster.approvedOn(), disaster.implementedOn()));
  }

  private static Optional<Rejection> happenedAfter(
      String field, @Nullable LocalDate day, LocalDate disaster, DecisionContext context) {
    return day == null
        ? Optional.empty()
        : CommandRule.refusedIfFuture(DISASTER + field, day, context)
            .or(() -> reversed(field, disaster, day));
  }

  private static Optional<Rejection> reversed(
      String field, @Nullable LocalDate first, @Nullable LocalDate second) {
    return refuse(
        first != null && second != null && second.isBefore(first),
        Rejection.of(RejectionCode.PERIOD_REVERSED).at(DISASTER + field));
  }
}
