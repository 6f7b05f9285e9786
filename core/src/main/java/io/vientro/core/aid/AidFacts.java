package io.vientro.core.aid;

import io.vientro.core.value.Copies;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an aid (khoản viện trợ) that rules and people decide on.
 *
 * @param title name of the programme, project or aid
 * @param experts whether it consists of experts, volunteers included (Art. 8.2.đ); only for
 *     non-project aid
 * @param channel organisation that passes the aid on, where that is not the provider; or null
 * @param coProviders names of further providers
 * @param managingAgencies ids of the managing agencies (cơ quan chủ quản, Art. 3.3); usually
 *     exactly one
 * @param counterpart counterpart funds; empty if none
 * @param sector as the applicant words it
 * @param localities where it is carried out; empty if the provider names no place (Art. 7.4)
 * @param goods what is given in kind; empty if nothing
 * @param period planned time, or null if the document names none
 * @param subjects content that moves the authority to decide
 * @param assumed paths of facts that were assumed rather than stated; only in a TRAINING log
 * @param scope on what it turns whether the decree governs it; null where nothing of this is stated
 */
public record AidFacts(
    String title,
    Modality modality,
    boolean experts,
    Purpose purpose,
    Provider provider,
    @Nullable String channel,
    @Nullable List<String> coProviders,
    Recipient recipient,
    AidOwner aidOwner,
    List<String> managingAgencies,
    Grant grant,
    @Nullable List<CounterpartFund> counterpart,
    String sector,
    List<Locality> localities,
    @Nullable List<GoodsItem> goods,
    @Nullable Period period,
    @Nullable Set<SubjectTag> subjects,
    @Nullable List<String> assumed,
    @Nullable ScopeFacts scope) {

  /** An aid of which nothing is stated that could take it out of scope. */
  public AidFacts(
      String title,
      Modality modality,
      boolean experts,
      Purpose purpose,
      Provider provider,
      @Nullable String channel,
      @Nullable List<String> coProviders,
      Recipient recipient,
      AidOwner aidOwner,
      List<String> managingAgencies,
      Grant grant,
      @Nullable List<CounterpartFund> counterpart,
      String sector,
      List<Locality> localities,
      @Nullable List<GoodsItem> goods,
      @Nullable Period period,
      @Nullable Set<SubjectTag> subjects,
      @Nullable List<String> assumed) {
    this(
        title,
        modality,
        experts,
        purpose,
        provider,
        channel,
        coProviders,
        recipient,
        aidOwner,
        managingAgencies,
        grant,
        counterpart,
        sector,
        localities,
        goods,
        period,
        subjects,
        assumed,
        null);
  }

  public AidFacts {
    coProviders = Copies.listOrEmpty(coProviders);
    managingAgencies = Copies.list(managingAgencies);
    counterpart = Copies.listOrEmpty(counterpart);
    localities = Copies.list(localities);
    goods = Copies.listOrEmpty(goods);
    subjects = Copies.setOrEmpty(subjects);
    assumed = Copies.listOrEmpty(assumed);
  }

  /** What is stated of scope. */
  public ScopeFacts scopeOrNone() {
    return scope == null ? ScopeFacts.NONE : scope;
  }
}
