package io.vientro.core.decision;

import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.dossier.CorrectRecord;
import io.vientro.core.dossier.Status;
import io.vientro.core.rules.RulePack;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the text of a refusal. Details are codes; people read the words that the vocabulary has for
 * them.
 */
final class RejectionTexts {
  static final String BUNDLE = "io.vientro.core.rejections";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)\\}");

  private RejectionTexts() {}

  /**
   * One pass, so that a detail which contains a placeholder stays what it is. A placeholder without
   * a detail stays visible.
   */
  static String fill(String code, Locale locale, Map<String, String> details) {
    var text = Vocabulary.bundle(BUNDLE, locale).getString(code);
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> {
              var detail = details.get(match.group(1));
              return Matcher.quoteReplacement(
                  detail == null ? match.group() : words(match.group(1), detail, locale));
            });
  }

  private static String words(String name, String detail, Locale locale) {
    return switch (name) {
      case "status" -> word(Status.class, detail, locale);
      case "allowed" -> each(detail, part -> word(Status.class, part, locale));
      case "role" -> word(Role.class, detail, locale);
      case "command" -> command(detail, locale);
      case "papers" -> word(ProviderPaperKind.class, detail, locale);
      case "providerClass" -> word(ProviderClass.class, detail, locale);
      case "part" -> word(RulePack.DecisionPart.class, detail, locale);
      case "fact" -> word(CorrectRecord.Fact.class, detail, locale);
      case "gaps" -> each(detail, part -> gap(part, locale));
      default -> detail;
    };
  }

  private static String each(String list, UnaryOperator<String> words) {
    return Arrays.stream(list.split(", ")).map(words).collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> String word(Class<E> type, String name, Locale locale) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .map(value -> "“" + Vocabulary.text(value, locale) + "”")
        .orElse(name);
  }

  private static String command(String name, Locale locale) {
    return Arrays.stream(CommandName.values())
        .filter(command -> command.commandName().equals(name))
        .findFirst()
        .map(command -> "“" + Vocabulary.text(command, locale) + "”")
        .orElse(name);
  }

  /** A requirement's id stays: its name belongs to the pack. */
  private static String gap(String gap, Locale locale) {
    var colon = gap.lastIndexOf(": ");
    return colon < 0
        ? gap
        : gap.substring(0, colon + 2) + Vocabulary.defect(gap.substring(colon + 2), locale);
  }
}
