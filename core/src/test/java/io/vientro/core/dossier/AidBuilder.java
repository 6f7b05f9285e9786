package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.CounterpartFund;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Period;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.ScopeFacts;
import io.vientro.core.aid.SubjectTag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An aid that differs from another in one or two facts. */
public final class AidBuilder {
  private final AidFacts base;
  private Modality modality;
  private boolean experts;
  private Purpose purpose;
  private Provider provider;
  private Recipient recipient;
  private List<String> managingAgencies;
  private Grant grant;
  private @Nullable List<CounterpartFund> counterpart;
  private List<Locality> localities;
  private @Nullable List<GoodsItem> goods;
  private @Nullable Period period;
  private @Nullable Set<SubjectTag> subjects;
  private @Nullable List<String> assumed;
  private @Nullable ScopeFacts scope;

  private AidBuilder(AidFacts base) {
    this.base = base;
    modality = base.modality();
    experts = base.experts();
    purpose = base.purpose();
    provider = base.provider();
    recipient = base.recipient();
    managingAgencies = base.managingAgencies();
    grant = base.grant();
    counterpart = base.counterpart();
    localities = base.localities();
    goods = base.goods();
    period = base.period();
    subjects = base.subjects();
    assumed = base.assumed();
    scope = base.scope();
  }

  public static AidBuilder of(AidFacts base) {
    return new AidBuilder(base);
  }

  public AidBuilder modality(Modality value) {
    modality = value;
    return this;
  }

  public AidBuilder experts(boolean value) {
    experts = value;
    return this;
  }

  public AidBuilder purpose(Purpose value) {
    purpose = value;
    return this;
  }

  public AidBuilder provider(Provider value) {
    provider = value;
    return this;
  }

  public AidBuilder recipient(Recipient value) {
    recipient = value;
    return this;
  }

  public AidBuilder managingAgencies(String... value) {
    managingAgencies = List.of(value);
    return this;
  }

  public AidBuilder grant(Grant value) {
    grant = value;
    return this;
  }

  public AidBuilder counterpart(CounterpartFund... value) {
    counterpart = List.of(value);
    return this;
  }

  public AidBuilder localities(Locality... value) {
    localities = List.of(value);
    return this;
  }

  public AidBuilder goods(GoodsItem... value) {
    goods = List.of(value);
    return this;
  }

  public AidBuilder period(Period value) {
    period = value;
    return this;
  }

  public AidBuilder subjects(SubjectTag... value) {
    subjects = Set.of(value);
    return this;
  }

  public AidBuilder assumed(String... value) {
    assumed = List.of(value);
    return this;
  }

  public AidBuilder scope(@Nullable ScopeFacts value) {
    scope = value;
    return this;
  }

  public AidFacts build() {
    return new AidFacts(
        base.title(),
        modality,
        experts,
        purpose,
        provider,
        base.channel(),
        base.coProviders(),
        recipient,
        base.aidOwner(),
        managingAgencies,
        grant,
        counterpart,
        base.sector(),
        localities,
        goods,
        period,
        subjects,
        assumed,
        scope);
  }
}
