package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.SubjectTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  /**
   * The approver role that the authority table yields; unknown while a question is open. Its values
   * come from the pack.
   */
  APPROVER("approver", Set.of(), aid -> Set.of());

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

  /** All values it can take; for {@link #APPROVER} the pack's roles, so empty here. */
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
          USED_TEMPORARY_GOODS_CLASSES ->
          true;
      default -> false;
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
