package io.vientro.query.answer;

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
import io.vientro.core.decision.Vocabulary;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says conditions of a rule pack in words. */
final class ConditionWords {
  private ConditionWords() {}

  /** Null for a condition that always holds. */
  static @Nullable Bilingual of(Condition condition) {
    return condition.equals(Condition.ALWAYS) ? null : words(condition);
  }

  private static Bilingual words(Condition condition) {
    return switch (condition) {
      case Condition.Is(var field, var value) -> compared("is", field, List.of(value));
      case Condition.In(var field, var values) -> compared("in", field, values);
      case Condition.Contains(var field, var values) -> compared("contains", field, values);
      case Condition.Under(var usd) -> under(usd);
      case Condition.Within(var step, var months) ->
          Texts.of("condition.within." + step.name(), String.valueOf(months));
      case Condition.Not(var inner) -> filled("condition.not", words(inner));
      case Condition.All(var inner) -> joined("condition.and", inner);
      case Condition.Any(var inner) -> joined("condition.or", inner);
    };
  }

  /** Each language groups digits in its own way. */
  private static Bilingual under(BigDecimal usd) {
    return filled(
        "condition.under",
        new Bilingual(
            number(usd, DecimalFormatSymbols.getInstance(Locale.of("vi"))),
            number(usd, DecimalFormatSymbols.getInstance(Locale.ENGLISH))));
  }

  private static String number(BigDecimal number, DecimalFormatSymbols symbols) {
    return new DecimalFormat("#,##0.##", symbols).format(number);
  }

  private static Bilingual compared(String how, Field field, Collection<String> values) {
    return filled(
        "condition." + how,
        Texts.of("Field." + field.name()),
        either(values.stream().sorted().map(value -> value(field, value)).toList()));
  }

  private static Bilingual joined(String by, List<Condition> conditions) {
    var many = conditions.size() > 1;
    return joined(
        by,
        conditions.stream()
            .map(
                condition -> {
                  var words = words(condition);
                  return many && isJoined(condition)
                      ? new Bilingual("(" + words.vi() + ")", "(" + words.en() + ")")
                      : words;
                })
            .toList(),
        " ");
  }

  private static boolean isJoined(Condition condition) {
    return condition instanceof Condition.All || condition instanceof Condition.Any;
  }

  private static Bilingual either(List<Bilingual> values) {
    return joined("condition.or", values, " ");
  }

  private static Bilingual joined(String by, List<Bilingual> parts, String space) {
    var word = Texts.of(by);
    return new Bilingual(
        joined(parts, Bilingual::vi, space + word.vi() + space),
        joined(parts, Bilingual::en, space + word.en() + space));
  }

  private static String joined(
      List<Bilingual> parts, Function<Bilingual, String> language, String by) {
    return parts.stream().map(language).collect(Collectors.joining(by));
  }

  private static Bilingual filled(String key, Bilingual... values) {
    var text = Texts.of(key);
    var vi = text.vi();
    var en = text.en();
    for (var i = 0; i < values.length; i++) {
      vi = vi.replace("{" + i + "}", values[i].vi());
      en = en.replace("{" + i + "}", values[i].en());
    }
    return new Bilingual(vi, en);
  }

  /** What a value of a field is called. */
  static Bilingual value(Field field, String value) {
    if (field.takesRoles()) {
      var role = RoleNames.of(value);
      return new Bilingual(role.vi(), role.en());
    }
    var type = type(field);
    var constant =
        type == null
            ? null
            : Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(value))
                .findFirst()
                .orElse(null);
    return constant == null ? Texts.of("value." + value) : word(constant);
  }

  private static Bilingual word(Enum<?> value) {
    try {
      return new Bilingual(
          Vocabulary.text(value, Worded.VIETNAMESE), Vocabulary.text(value, Locale.ENGLISH));
    } catch (MissingResourceException e) {
      return Texts.of("value." + value.name());
    }
  }

  private static @Nullable Class<? extends Enum<?>> type(Field field) {
    return switch (field) {
      case MODALITY -> Modality.class;
      case PURPOSE -> Purpose.class;
      case PROVIDER_PAPERS -> ProviderPaperKind.class;
      case PROVIDER_CLASS -> ProviderClass.class;
      case RECIPIENT_KIND -> RecipientKind.class;
      case RECIPIENT_FOUNDER -> Founder.class;
      case MANAGING_AGENCY_LEVEL -> AgencyLevel.class;
      case SUBJECTS -> SubjectTag.class;
      case GOODS_IMPORT -> GoodsItem.ImportDecision.class;
      case GOODS_CLASSES, USED_GOODS_CLASSES, USED_TEMPORARY_GOODS_CLASSES ->
          GoodsItem.GoodsClass.class;
      case GIFT -> ScopeFacts.GiftPurpose.class;
      case PROHIBITED -> ScopeFacts.Prohibition.class;
      case DISASTER -> Disaster.Kind.class;
      case DISASTER_RECIPIENT -> Disaster.RecipientOfRelief.class;
      case FINANCIAL_MECHANISM -> DecisionContent.FinancialMechanism.class;
      case MANAGEMENT_MODE -> DecisionContent.ManagementMode.class;
      case EXPERTS,
          MANAGING_AGENCIES,
          LOCALITIES,
          TREATY_LEVEL,
          PART_OF_ODA,
          FROM_VIETNAM,
          PROFIT_SHARING,
          INDIVIDUAL_RESEARCH,
          FOREIGN_INVESTED_PROVIDER,
          SALE_OF_GOODS,
          CHANGES_DECISION,
          FIRST_APPROVER,
          APPROVER ->
          null;
    };
  }
}
