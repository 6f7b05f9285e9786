package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.ScopeFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.value.Copies;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The closed vocabulary in which a rule pack speaks of an aid. Each field has a known set of
 * values, so that a pack can be checked by running through all combinations; there is no expression
 * language.
 */
public enum Field {
  MODALITY("modality", names(Modality.class), one(aid -> aid.modality().name())),
  EXPERTS("experts", YesNo.NAMES, one(aid -> YesNo.of(aid.experts()))),
  PURPOSE("purpose", names(Purpose.class), one(aid -> aid.purpose().name())),
  PROVIDER_PAPERS(
      "provider.papers",
      names(ProviderPaperKind.class),
      one(aid -> aid.provider().papers().name())),
  PROVIDER_CLASS(
      "provider.class",
      names(ProviderClass.class),
      one(aid -> aid.provider().providerClass().name())),
  RECIPIENT_KIND(
      "recipient.kind", names(RecipientKind.class), one(aid -> aid.recipient().kind().name())),
  RECIPIENT_FOUNDER(
      "recipient.founder", names(Founder.class), one(aid -> aid.recipient().founder().name())),
  MANAGING_AGENCIES(
      "managing-agencies", Count.NAMES, one(aid -> Count.of(aid.managingAgencies().size()))),
  /**
   * Whether the one managing agency is a central or a provincial one. The registry says it, not the
   * aid, so only tables that follow acceptance may ask for it.
   */
  MANAGING_AGENCY_LEVEL("managing-agency.level", names(AgencyLevel.class), aid -> Set.of()),
  LOCALITIES(
      "localities",
      Count.NAMES,
      one(aid -> Count.of(aid.localities().stream().map(l -> l.province()).distinct().count()))),
  SUBJECTS(
      "subjects",
      names(SubjectTag.class),
      aid -> aid.subjects().stream().map(Enum::name).collect(Collectors.toSet())),
  GOODS_IMPORT(
      "goods.import",
      names(GoodsItem.ImportDecision.class),
      goods(item -> Stream.of(item.importDecision().name()))),
  GOODS_CLASSES(
      "goods.classes",
      names(GoodsItem.GoodsClass.class),
      goods(item -> Stream.of(item.goodsClass().name()))),
  USED_GOODS_CLASSES(
      "goods.used-classes",
      names(GoodsItem.GoodsClass.class),
      goods(item -> item.used() ? Stream.of(item.goodsClass().name()) : Stream.of())),
  /** Used goods brought in for re-export; only these owe a Vietnamese inspection (Art. 8.3). */
  USED_TEMPORARY_GOODS_CLASSES(
      "goods.used-temporary-classes",
      names(GoodsItem.GoodsClass.class),
      goods(
          item ->
              item.used() && item.temporaryImport()
                  ? Stream.of(item.goodsClass().name())
                  : Stream.of())),
  TREATY_LEVEL("scope.treaty-level", YesNo.NAMES, stated(ScopeFacts::treatyLevel)),
  PART_OF_ODA("scope.part-of-oda", YesNo.NAMES, stated(ScopeFacts::partOfOdaAgreement)),
  FROM_VIETNAM("scope.from-vietnam", YesNo.NAMES, stated(ScopeFacts::fromVietnam)),
  GIFT(
      "scope.gift",
      namesAndNone(ScopeFacts.GiftPurpose.class),
      one(aid -> nameOrNone(aid.scopeOrNone().gift()))),
  PROFIT_SHARING("scope.profit-sharing", YesNo.NAMES, stated(ScopeFacts::profitSharing)),
  INDIVIDUAL_RESEARCH(
      "scope.individual-research", YesNo.NAMES, stated(ScopeFacts::individualResearch)),
  FOREIGN_INVESTED_PROVIDER(
      "scope.foreign-invested-provider", YesNo.NAMES, stated(ScopeFacts::foreignInvestedProvider)),
  PROHIBITED(
      "scope.prohibited",
      names(ScopeFacts.Prohibition.class),
      aid ->
          Copies.setOrEmpty(aid.scopeOrNone().prohibited()).stream()
              .map(Enum::name)
              .collect(Collectors.toSet())),
  SALE_OF_GOODS("scope.sale-of-goods", YesNo.NAMES, stated(ScopeFacts::saleOfGoods)),
  DISASTER(
      "disaster.kind",
      namesAndNone(Disaster.Kind.class),
      one(
          aid -> {
            var disaster = aid.scopeOrNone().disaster();
            return nameOrNone(disaster == null ? null : disaster.kind());
          })),
  /** What the recipient is under Decree 50/2020; unknown where it is not stated. */
  DISASTER_RECIPIENT(
      "disaster.recipient",
      names(Disaster.RecipientOfRelief.class),
      aid -> {
        var disaster = aid.scopeOrNone().disaster();
        return disaster == null || disaster.recipient() == null
            ? Set.of()
            : Set.of(disaster.recipient().name());
      }),
  /** What the decision says of the state budget (Art. 3.8, 11.1); unknown before it. */
  FINANCIAL_MECHANISM(
      "financial-mechanism",
      new TreeSet<>(List.of("STATE_BUDGET_REVENUE", "NOT_STATE_BUDGET_REVENUE")),
      aid -> Set.of()),
  /** How the decision has it managed (Art. 12); unknown before it. */
  MANAGEMENT_MODE(
      "management-mode",
      new TreeSet<>(List.of("IN_HOUSE_UNIT", "EXISTING_PROJECT_UNIT", "OWN_PROJECT_UNIT")),
      aid -> Set.of()),
  /** Whether an adjustment changes what the decision states (Art. 16, 11.1). */
  CHANGES_DECISION("changes-decision", YesNo.NAMES, aid -> Set.of()),
  /** The role that approved the aid first (Art. 16). Its values come from the pack. */
  FIRST_APPROVER("first-approver", Set.of(), aid -> Set.of()),
  /**
   * The approver role that the authority table yields; unknown while a question is open. Its values
   * come from the pack.
   */
  APPROVER("approver", Set.of(), aid -> Set.of());

  private static final String NONE = "NONE";

  private final String key;
  private final Set<String> domain;
  private final Function<AidFacts, Set<String>> reader;

  Field(String key, Set<String> domain, Function<AidFacts, Set<String>> reader) {
    this.key = key;
    this.domain = domain;
    this.reader = reader;
  }

  /** The name under which packs write it. */
  public String key() {
    return key;
  }

  /** All values it can take; of {@link #takesRoles} the pack's roles, so empty here. */
  public Set<String> domain() {
    return domain;
  }

  /** Whether several values may hold at once. */
  public boolean multiple() {
    return switch (this) {
      case SUBJECTS,
          GOODS_IMPORT,
          GOODS_CLASSES,
          USED_GOODS_CLASSES,
          USED_TEMPORARY_GOODS_CLASSES,
          PROHIBITED ->
          true;
      default -> false;
    };
  }

  /** Whether its values are the roles that approve, which the pack names itself. */
  public boolean takesRoles() {
    return this == APPROVER || this == FIRST_APPROVER;
  }

  /** Whether it may be not known yet; what turns on it is then neither true nor false. */
  public boolean mayBeUnknown() {
    return switch (this) {
      case APPROVER,
          FIRST_APPROVER,
          CHANGES_DECISION,
          FINANCIAL_MECHANISM,
          MANAGEMENT_MODE,
          DISASTER_RECIPIENT ->
          true;
      default -> false;
    };
  }

  /** Whether the aid's facts tell it; else whoever asks brings it. */
  public boolean ofTheFacts() {
    return switch (this) {
      case APPROVER,
          FIRST_APPROVER,
          CHANGES_DECISION,
          FINANCIAL_MECHANISM,
          MANAGEMENT_MODE,
          MANAGING_AGENCY_LEVEL ->
          false;
      default -> true;
    };
  }

  Set<String> read(AidFacts aid) {
    return reader.apply(aid);
  }

  public static Optional<Field> named(String key) {
    return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
  }

  private static Set<String> names(Class<? extends Enum<?>> type) {
    return new TreeSet<>(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  private static Set<String> namesAndNone(Class<? extends Enum<?>> type) {
    var names = new TreeSet<>(names(type));
    names.add(NONE);
    return names;
  }

  private static String nameOrNone(@Nullable Enum<?> value) {
    return value == null ? NONE : value.name();
  }

  private static Function<AidFacts, Set<String>> stated(
      Function<ScopeFacts, @Nullable Boolean> fact) {
    return one(aid -> YesNo.of(Boolean.TRUE.equals(fact.apply(aid.scopeOrNone()))));
  }

  private static Function<AidFacts, Set<String>> one(Function<AidFacts, String> value) {
    return aid -> Set.of(value.apply(aid));
  }

  private static Function<AidFacts, Set<String>> goods(Function<GoodsItem, Stream<String>> values) {
    return aid -> aid.goods().stream().flatMap(values).collect(Collectors.toSet());
  }

  private static final class YesNo {
    static final Set<String> NAMES = new TreeSet<>(List.of("YES", "NO"));

    static String of(boolean value) {
      return value ? "YES" : "NO";
    }
  }

  private static final class Count {
    static final Set<String> NAMES = new TreeSet<>(List.of("NONE", "ONE", "SEVERAL"));

    static String of(long count) {
      return count == 0 ? "NONE" : count == 1 ? "ONE" : "SEVERAL";
    }
  }
}
