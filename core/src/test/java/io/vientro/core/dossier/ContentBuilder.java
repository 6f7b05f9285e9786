package io.vientro.core.dossier;

import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.GoodsItem.GoodsClass;
import io.vientro.core.aid.GoodsItem.ImportDecision;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.dossier.DecisionContent.FinancialMechanism;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a decision that states everything, and what a test changes in it. */
final class ContentBuilder {
  private @Nullable String title = "Dự án nước sạch mẫu";
  private @Nullable List<String> managing = List.of(Samples.PROVINCE);
  private @Nullable String owner = "Bệnh viện mẫu";
  private @Nullable String provider = "Sample Foundation";
  private @Nullable Personal person;
  private @Nullable List<String> coProviders = List.of();
  private @Nullable String objective = "Nước sạch";
  private @Nullable String results = "Mười giếng";
  private @Nullable List<GoodsItem> goods = List.of(item("3"));
  private @Nullable Period period = new Period(Samples.DAY.plusDays(90), Samples.DAY.plusDays(900));
  private @Nullable String place = "Tỉnh mẫu";
  private @Nullable List<Money> grant = List.of(money("150000", "EUR"));
  private @Nullable List<CounterpartFund> counterpart = List.of();
  private @Nullable List<Money> byRecipient = List.of(money("100000", "EUR"));
  private @Nullable List<Money> byProvider = List.of(money("50000", "EUR"));
  private @Nullable UsdValue usd;
  private @Nullable FinancialMechanism mechanism = FinancialMechanism.STATE_BUDGET_REVENUE;
  private @Nullable ManagementMode mode = ManagementMode.OWN_PROJECT_UNIT;
  private @Nullable String deviation;
  private @Nullable String saleConsent;

  static ContentBuilder complete() {
    return new ContentBuilder();
  }

  static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  static GoodsItem item(String quantity) {
    return new GoodsItem(
        "Máy lọc nước",
        GoodsClass.EQUIPMENT,
        false,
        ImportDecision.NOT_IMPORTED,
        false,
        new BigDecimal(quantity),
        "cái");
  }

  /** Leaves a part out. */
  ContentBuilder without(DecisionPart part) {
    switch (part) {
      case TITLE -> title = null;
      case MANAGING_AGENCIES -> managing = null;
      case OWNER -> owner = null;
      case PROVIDER -> provider = null;
      case CO_PROVIDERS -> coProviders = null;
      case OBJECTIVE -> objective = null;
      case RESULTS -> results = null;
      case GOODS -> goods = null;
      case PERIOD -> period = null;
      case PLACE -> place = null;
      case GRANT -> grant = null;
      case COUNTERPART -> counterpart = null;
      case GRANT_SPLIT -> {
        byRecipient = null;
        byProvider = null;
      }
      case FINANCIAL_MECHANISM -> mechanism = null;
      case MANAGEMENT_MODE -> mode = null;
      case SALE_CONSENT -> saleConsent = null;
    }
    return this;
  }

  /** States a part with nothing in it. */
  ContentBuilder blank(DecisionPart part) {
    switch (part) {
      case TITLE -> title = " ";
      case MANAGING_AGENCIES -> managing = List.of();
      case OWNER -> owner = " ";
      case PROVIDER -> provider = " ";
      case OBJECTIVE -> objective = " ";
      case RESULTS -> results = " ";
      case GOODS -> goods = List.of();
      case PLACE -> place = " ";
      case GRANT -> grant = List.of();
      default -> throw new IllegalArgumentException(part + " cannot be blank");
    }
    return this;
  }

  ContentBuilder managing(String... value) {
    managing = List.of(value);
    return this;
  }

  ContentBuilder person(Personal value) {
    provider = null;
    person = value;
    return this;
  }

  ContentBuilder goods(GoodsItem... value) {
    goods = List.of(value);
    return this;
  }

  ContentBuilder period(Period value) {
    period = value;
    return this;
  }

  ContentBuilder grant(Money... value) {
    grant = List.of(value);
    return this;
  }

  ContentBuilder counterpart(CounterpartFund... value) {
    counterpart = Arrays.asList(value);
    return this;
  }

  ContentBuilder byRecipient(Money @Nullable ... value) {
    byRecipient = value == null ? null : List.of(value);
    return this;
  }

  ContentBuilder byProvider(Money @Nullable ... value) {
    byProvider = value == null ? null : List.of(value);
    return this;
  }

  ContentBuilder usd(UsdValue value) {
    usd = value;
    return this;
  }

  ContentBuilder saleConsent(String value) {
    saleConsent = value;
    return this;
  }

  ContentBuilder mode(ManagementMode value) {
    mode = value;
    return this;
  }

  ContentBuilder deviation(String value) {
    deviation = value;
    return this;
  }

  DecisionContent build() {
    return new DecisionContent(
        title,
        managing,
        owner,
        provider,
        person,
        coProviders,
        objective,
        results,
        goods,
        period,
        place,
        grant,
        counterpart,
        byRecipient,
        byProvider,
        usd,
        mechanism,
        mode,
        deviation,
        saleConsent);
  }
}
