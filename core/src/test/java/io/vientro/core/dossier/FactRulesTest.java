package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.GoodsItem.GoodsClass;
import io.vientro.core.aid.GoodsItem.ImportDecision;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.IndividualProvider;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Registration;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.log.LogMode;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of the facts of an aid, one refusal after the other. */
class FactRulesTest {

  private static final IndividualProvider PERSON =
      new IndividualProvider(Personal.of("Jane Sample"), null, null);

  private static final Registration REGISTRATION = new Registration("1/CNV-ĐK", null, null, null);

  // Provider

  @Test
  void aPersonIsDescribedAsAPersonAndAnOrganisationByItsName() {
    for (var wrong :
        List.of(individual(null, null), individual("Name", PERSON), individual("Name", null))) {
      refused(with(wrong), RejectionCode.PROVIDER_NAME_MISMATCH).at("aid.provider.individual");
    }
    for (var wrong :
        List.of(
            organisation(null, null), organisation("Name", PERSON), organisation(null, PERSON))) {
      refused(with(wrong), RejectionCode.PROVIDER_NAME_MISMATCH).at("aid.provider.name");
    }
    accepted(with(individual(null, PERSON)));
  }

  @ParameterizedTest
  @EnumSource(ProviderClass.class)
  void theTwoKindsOfAProviderAgree(ProviderClass providerClass) {
    Map<ProviderClass, Set<ProviderPaperKind>> agreeing =
        Map.of(
            ProviderClass.INDIVIDUAL, EnumSet.of(ProviderPaperKind.INDIVIDUAL),
            ProviderClass.FOREIGN_NGO,
                EnumSet.of(ProviderPaperKind.REGISTERED_FOREIGN_NGO, ProviderPaperKind.OTHER),
            ProviderClass.COMPANY, EnumSet.of(ProviderPaperKind.OTHER),
            ProviderClass.RESEARCH_OR_TRAINING_BODY, EnumSet.of(ProviderPaperKind.OTHER),
            ProviderClass.FOREIGN_AGENCY,
                EnumSet.of(
                    ProviderPaperKind.DIPLOMATIC_MISSION,
                    ProviderPaperKind.FOREIGN_GOVERNMENT_AGENCY,
                    ProviderPaperKind.FOREIGN_LOCAL_AUTHORITY,
                    ProviderPaperKind.OTHER));
    for (var papers : ProviderPaperKind.values()) {
      var person = papers == ProviderPaperKind.INDIVIDUAL;
      var aid =
          with(
              new Provider(
                  papers,
                  providerClass,
                  person ? null : "Name",
                  person ? PERSON : null,
                  "DE",
                  REGISTRATION));
      if (agreeing.get(providerClass).contains(papers)) {
        accepted(aid);
      } else {
        refused(aid, RejectionCode.PROVIDER_KINDS_CONTRADICT)
            .at("aid.provider.papers")
            .saying("papers", papers.name())
            .saying("providerClass", providerClass.name());
      }
    }
  }

  @Test
  void aRegisteredNgoStatesItsRegistration() {
    refused(ngo(ProviderPaperKind.REGISTERED_FOREIGN_NGO, null), RejectionCode.REGISTRATION_MISSING)
        .at("aid.provider.registration");
    accepted(ngo(ProviderPaperKind.REGISTERED_FOREIGN_NGO, REGISTRATION));
    accepted(ngo(ProviderPaperKind.OTHER, null));
  }

  @Test
  void aCountryHasACode() {
    var unknown =
        new Provider(ProviderPaperKind.OTHER, ProviderClass.COMPANY, "Name", null, "Germany", null);
    refused(with(unknown), RejectionCode.UNKNOWN_COUNTRY)
        .at("aid.provider.country")
        .saying("country", "Germany");
  }

  // Form, agencies, places

  @Test
  void expertsAreNonProjectAid() {
    refused(
            AidBuilder.of(Samples.aid()).experts(true).build(),
            RejectionCode.EXPERTS_ONLY_NON_PROJECT)
        .at("aid.experts")
        .under("Sample Act", "8.2.đ");
    accepted(AidBuilder.of(Samples.aid()).experts(true).modality(Modality.NON_PROJECT).build());
  }

  @Test
  void managingAgenciesAreKnownAndNamedOnce() {
    refused(
            AidBuilder.of(Samples.aid()).managingAgencies(Samples.PROVINCE, "khong-co").build(),
            RejectionCode.UNKNOWN_AGENCY)
        .at("aid.managingAgencies[1]")
        .saying("agency", "khong-co");
    refused(
            AidBuilder.of(Samples.aid())
                .managingAgencies(Samples.PROVINCE, Samples.MINISTRY, Samples.PROVINCE)
                .build(),
            RejectionCode.AGENCY_REPEATED)
        .at("aid.managingAgencies[2]");
    accepted(AidBuilder.of(Samples.aid()).managingAgencies().build());
  }

  @Test
  void localitiesAreKnown() {
    refused(
            AidBuilder.of(Samples.aid())
                .localities(new Locality("tinh-mau", null), new Locality("tinh-la", "Xã A"))
                .build(),
            RejectionCode.UNKNOWN_PLACE)
        .at("aid.localities[1].province")
        .saying("place", "tinh-la");
    accepted(AidBuilder.of(Samples.aid()).localities().build());
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    refused(
            AidBuilder.of(Samples.aid()).period(new Period(DAY, DAY.minusDays(1))).build(),
            RejectionCode.PERIOD_REVERSED)
        .at("aid.period.to");
    accepted(AidBuilder.of(Samples.aid()).period(new Period(DAY, DAY)).build());
  }

  @Test
  void aQuantityOfGoodsIsPositive() {
    refused(
            AidBuilder.of(Samples.aid()).goods(goods(null), goods("0")).build(),
            RejectionCode.NUMBER_NOT_POSITIVE)
        .at("aid.goods[1].quantity");
    accepted(AidBuilder.of(Samples.aid()).goods(goods("0.5")).build());
  }

  @Test
  void factsAreAssumedInTrainingOnly() {
    var assumed = AidBuilder.of(Samples.aid()).assumed("aid.sector").build();
    refused(assumed, RejectionCode.ASSUMED_ONLY_IN_TRAINING).at("aid.assumed");
    assertThat(
            given()
                .where(FactRulesTest::training)
                .when(Samples.submit(assumed, Samples.completePapers()))
                .state()
                .status())
        .isEqualTo(Status.SUBMITTED);
  }

  // Money

  @Test
  void aGrantNamesAnAmount() {
    refused(grant(List.of(), null, null), RejectionCode.AMOUNT_MISSING).at("aid.grant.parts");
  }

  @Test
  void anAmountIsPositiveAndInAKnownCurrency() {
    refused(grant(List.of(money("0", "EUR")), null, null), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("aid.grant.parts[0].amount");
    refused(grant(List.of(money("1", "EURO")), null, null), RejectionCode.UNKNOWN_CURRENCY)
        .at("aid.grant.parts[0].currency")
        .saying("currency", "EURO");
    refused(
            grant(List.of(money("1", "EUR")), List.of(money("-1", "VND")), null),
            RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("aid.grant.equivalents[0].amount");
  }

  @Test
  void eachCurrencyStandsOnceAmongPartsAndEquivalents() {
    refused(
            grant(List.of(money("1", "EUR"), money("2", "EUR")), null, null),
            RejectionCode.CURRENCY_REPEATED)
        .at("aid.grant.parts[1].currency")
        .saying("currency", "EUR");
    refused(
            grant(List.of(money("1", "EUR")), List.of(money("1", "EUR")), null),
            RejectionCode.CURRENCY_REPEATED)
        .at("aid.grant.equivalents[0].currency");
  }

  @Test
  void aUsdValueOfAForeignSumNeedsItsRate() {
    for (var incomplete :
        List.of(
            usd("160000", null, null, null),
            usd("160000", "0.92", null, "SBV"),
            usd("160000", "0.92", DAY, null),
            usd("160000", null, DAY, "SBV"))) {
      refused(eur(incomplete), RejectionCode.USD_RATE_MISSING).at("aid.grant.usd");
    }
    accepted(eur(usd("160000", "0.92", DAY, "SBV")));
  }

  @Test
  void aRateIsPositiveAndNotOfTomorrow() {
    refused(eur(usd("160000", "0", DAY, "SBV")), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("aid.grant.usd.rate");
    refused(eur(usd("160000", "0.92", DAY.plusDays(1), "SBV")), RejectionCode.DATE_IN_FUTURE)
        .at("aid.grant.usd.rateDate");
    refused(eur(usd("0", "0.92", DAY, "SBV")), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("aid.grant.usd.amount");
  }

  @Test
  void aUsdValueAgreesWithTheSumThatTheGrantItselfStates() {
    var stated = List.of(money("150000", "USD"));
    refused(
            grant(stated, null, usd("150000.01", null, null, null)),
            RejectionCode.USD_VALUE_CONTRADICTS)
        .at("aid.grant.usd.amount")
        .saying("stated", "150000");
    refused(
        grant(List.of(money("1", "EUR")), stated, usd("149999", null, null, null)),
        RejectionCode.USD_VALUE_CONTRADICTS);
    accepted(grant(stated, null, usd("150000.00", null, null, null)));
  }

  @Test
  void oneOfSeveralPartsInUsdIsNotTheWholeGrant() {
    refused(
            grant(
                List.of(money("100", "USD"), money("100", "EUR")),
                null,
                usd("210", null, null, null)),
            RejectionCode.USD_RATE_MISSING)
        .at("aid.grant.usd");
  }

  @Test
  void counterpartFundsAreMoneyToo() {
    refused(counterpart("0", "VND"), RejectionCode.AMOUNT_NOT_POSITIVE)
        .at("aid.counterpart[0].money.amount");
    refused(counterpart("1", "dong"), RejectionCode.UNKNOWN_CURRENCY)
        .at("aid.counterpart[0].money.currency");
    accepted(counterpart("1", "VND"));
  }

  // Helpers

  private static void accepted(AidFacts aid) {
    assertThat(given().when(Samples.submit(aid, List.of())).events()).isNotEmpty();
  }

  private static RejectionAssert refused(AidFacts aid, RejectionCode code) {
    return given().when(Samples.submit(aid, List.of())).thenRejected(code);
  }

  private static AidFacts with(Provider provider) {
    return AidBuilder.of(Samples.aid()).provider(provider).build();
  }

  private static Provider individual(@Nullable String name, @Nullable IndividualProvider person) {
    return new Provider(
        ProviderPaperKind.INDIVIDUAL, ProviderClass.INDIVIDUAL, name, person, "DE", null);
  }

  private static Provider organisation(@Nullable String name, @Nullable IndividualProvider person) {
    return new Provider(ProviderPaperKind.OTHER, ProviderClass.COMPANY, name, person, "DE", null);
  }

  private static AidFacts ngo(ProviderPaperKind papers, @Nullable Registration registration) {
    return with(new Provider(papers, ProviderClass.FOREIGN_NGO, "Name", null, "DE", registration));
  }

  private static AidFacts grant(
      List<Money> parts, @Nullable List<Money> equivalents, @Nullable UsdValue usd) {
    return AidBuilder.of(Samples.aid()).grant(new Grant(parts, equivalents, usd)).build();
  }

  private static AidFacts eur(UsdValue usd) {
    return grant(List.of(money("150000", "EUR")), null, usd);
  }

  private static UsdValue usd(
      String amount, @Nullable String rate, @Nullable LocalDate date, @Nullable String source) {
    return new UsdValue(
        new BigDecimal(amount), rate == null ? null : new BigDecimal(rate), date, source);
  }

  private static AidFacts counterpart(String amount, String currency) {
    return AidBuilder.of(Samples.aid())
        .counterpart(new CounterpartFund(money(amount, currency), CounterpartFund.Form.CASH))
        .build();
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  private static GoodsItem goods(@Nullable String quantity) {
    return new GoodsItem(
        "Máy thở",
        GoodsClass.EQUIPMENT,
        false,
        ImportDecision.NOT_IMPORTED,
        false,
        quantity == null ? null : new BigDecimal(quantity),
        null);
  }

  private static DecisionContext training(DecisionContext c) {
    return new DecisionContext(
        c.now(),
        c.actor(),
        LogMode.TRAINING,
        c.law(),
        c.registry(),
        c.parameters(),
        c.calendar(),
        c.dossierCode());
  }
}
