package io.vientro.core.aid;

import io.vientro.core.value.Copies;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts on which it turns whether the decree governs an aid at all (Art. 1, 2, 4, 5). What is null
 * is not stated and taken not to be so; an aid without any of it is development or humanitarian aid
 * given to Vietnam.
 *
 * @param treatyLevel it must be formally signed under the law on treaties (1.2.a)
 * @param partOfOdaAgreement it is a grant inside ODA agreements signed in the name of State or
 *     Government (1.2.a)
 * @param fromVietnam it is aid that Vietnam gives, not receives
 * @param gift what it is given for, where it is a gift to an agency or organisation; null for none
 * @param profitSharing it is funding under a contract whose profit is to be divided (1.2.c)
 * @param individualResearch it is research funding that individuals receive (1.2.d)
 * @param foreignInvestedProvider the provider is a foreign-invested company operating in Vietnam,
 *     which Art. 2.2.c excludes
 * @param prohibited what Art. 4 and 5 prohibit and the aid is declared or found to be
 * @param saleOfGoods goods of the aid are to be sold (Art. 17)
 * @param disaster the disaster that it answers, or null
 */
public record ScopeFacts(
    @Nullable Boolean treatyLevel,
    @Nullable Boolean partOfOdaAgreement,
    @Nullable Boolean fromVietnam,
    @Nullable GiftPurpose gift,
    @Nullable Boolean profitSharing,
    @Nullable Boolean individualResearch,
    @Nullable Boolean foreignInvestedProvider,
    @Nullable Set<Prohibition> prohibited,
    @Nullable Boolean saleOfGoods,
    @Nullable Disaster disaster) {
  /** Of an aid of which nothing of this is stated. */
  public static final ScopeFacts NONE =
      new ScopeFacts(null, null, null, null, null, null, null, null, null, null);

  public ScopeFacts {
    prohibited = Copies.setOrEmpty(prohibited);
  }

  /** What a gift is given for (1.2.b). */
  public enum GiftPurpose {
    /** Nhân đạo, từ thiện. */
    HUMANITARIAN_OR_CHARITY,
    /** Anything else. */
    OTHER
  }

  /** What an aid must not be (Art. 4, 5). */
  public enum Prohibition {
    /** Its money or assets come from an unlawful source (4.1). */
    UNLAWFUL_SOURCE,
    /** It brings in goods that must not be imported (4.2). */
    BANNED_IMPORT,
    /** It serves money laundering, the financing of terrorism or tax evasion (5). */
    LAUNDERING_TERRORISM_OR_TAX_EVASION,
    /** It harms national security, public order, unity or morals (5). */
    HARM_TO_SECURITY_OR_ORDER,
    /** It serves profit or private gain (5). */
    PROFIT_OR_PRIVATE_GAIN
  }
}
