package io.vientro.core.dossier;

import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an approval decision says (nội dung quyết định phê duyệt, Art. 11.1). A null part is one
 * that the decision does not state; whether it must is for the rule pack. An empty list states that
 * there is none.
 *
 * @param title name of the aid
 * @param managingAgencies ids of the managing agencies
 * @param owner the aid owner (chủ khoản viện trợ, Art. 14.1)
 * @param provider the providing organisation
 * @param individualProvider the person who gives, where it is not an organisation
 * @param coProviders further providers
 * @param objective objective of the aid
 * @param results its main results
 * @param goods list of goods, equipment and vehicles
 * @param period time of implementation
 * @param place where it is carried out, in words
 * @param grant amounts that add up to the grant, each currency once
 * @param counterpart counterpart funds
 * @param grantManagedByRecipient part of the grant that the recipient manages, by currency
 * @param grantManagedByProvider part of the grant that the provider manages itself, by currency
 * @param usd the grant's worth in US dollars, frozen with its rate (E26)
 * @param financialMechanism which financial regime it falls under
 * @param managementMode how it is managed (Art. 12)
 * @param deviationReason why the grant differs from the one that the dossier states; null where it
 *     does not
 * @param saleConsent number and date of the finance ministry's written consent to the sale of goods
 *     of the aid, which comes before the decision and is decided on together with it (Art. 17,
 *     E31); null where nothing is to be sold
 */
public record DecisionContent(
    @Nullable String title,
    @Nullable List<String> managingAgencies,
    @Nullable String owner,
    @Nullable String provider,
    @Subject("provider") @Nullable Personal individualProvider,
    @Nullable List<String> coProviders,
    @Nullable String objective,
    @Nullable String results,
    @Nullable List<GoodsItem> goods,
    @Nullable Period period,
    @Nullable String place,
    @Nullable List<Money> grant,
    @Nullable List<CounterpartFund> counterpart,
    @Nullable List<Money> grantManagedByRecipient,
    @Nullable List<Money> grantManagedByProvider,
    @Nullable UsdValue usd,
    @Nullable FinancialMechanism financialMechanism,
    @Nullable ManagementMode managementMode,
    @Nullable String deviationReason,
    @Nullable String saleConsent) {

  /** A decision on an aid of which nothing is to be sold. */
  public DecisionContent(
      @Nullable String title,
      @Nullable List<String> managingAgencies,
      @Nullable String owner,
      @Nullable String provider,
      @Nullable Personal individualProvider,
      @Nullable List<String> coProviders,
      @Nullable String objective,
      @Nullable String results,
      @Nullable List<GoodsItem> goods,
      @Nullable Period period,
      @Nullable String place,
      @Nullable List<Money> grant,
      @Nullable List<CounterpartFund> counterpart,
      @Nullable List<Money> grantManagedByRecipient,
      @Nullable List<Money> grantManagedByProvider,
      @Nullable UsdValue usd,
      @Nullable FinancialMechanism financialMechanism,
      @Nullable ManagementMode managementMode,
      @Nullable String deviationReason) {
    this(
        title,
        managingAgencies,
        owner,
        provider,
        individualProvider,
        coProviders,
        objective,
        results,
        goods,
        period,
        place,
        grant,
        counterpart,
        grantManagedByRecipient,
        grantManagedByProvider,
        usd,
        financialMechanism,
        managementMode,
        deviationReason,
        null);
  }

  /** Cơ chế tài chính: whether the aid is revenue of the state budget (Art. 3.8, 11.1). */
  public enum FinancialMechanism {
    /** Thuộc nguồn thu ngân sách nhà nước. */
    STATE_BUDGET_REVENUE,
    /** Không thuộc nguồn thu ngân sách nhà nước. */
    NOT_STATE_BUDGET_REVENUE
  }

  /** Hình thức quản lý (Art. 12). */
  public enum ManagementMode {
    /** Đơn vị chuyên môn sẵn có. */
    IN_HOUSE_UNIT,
    /** Ban quản lý đang hoạt động. */
    EXISTING_PROJECT_UNIT,
    /** Ban quản lý riêng. */
    OWN_PROJECT_UNIT
  }

  public DecisionContent {
    managingAgencies = managingAgencies == null ? null : Copies.list(managingAgencies);
    coProviders = coProviders == null ? null : Copies.list(coProviders);
    goods = goods == null ? null : Copies.list(goods);
    grant = grant == null ? null : Copies.list(grant);
    counterpart = counterpart == null ? null : Copies.list(counterpart);
    grantManagedByRecipient =
        grantManagedByRecipient == null ? null : Copies.list(grantManagedByRecipient);
    grantManagedByProvider =
        grantManagedByProvider == null ? null : Copies.list(grantManagedByProvider);
  }

  /** Whether it states a part of Art. 11.1. */
  public boolean states(DecisionPart part) {
    return switch (part) {
      case TITLE -> given(title);
      case MANAGING_AGENCIES -> given(managingAgencies);
      case OWNER -> given(owner);
      case PROVIDER -> given(provider) || individualProvider != null;
      case CO_PROVIDERS -> coProviders != null;
      case OBJECTIVE -> given(objective);
      case RESULTS -> given(results);
      case GOODS -> given(goods);
      case PERIOD -> period != null;
      case PLACE -> given(place);
      case GRANT -> given(grant);
      case COUNTERPART -> counterpart != null;
      case GRANT_SPLIT -> grantManagedByRecipient != null && grantManagedByProvider != null;
      case FINANCIAL_MECHANISM -> financialMechanism != null;
      case MANAGEMENT_MODE -> managementMode != null;
      case SALE_CONSENT -> given(saleConsent);
    };
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static boolean given(@Nullable Collection<?> list) {
    return list != null && !list.isEmpty();
  }
}
