package io.vientro.core.decision;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule's "no". It is an answer, not an exception: stable code, legal basis, and a text that
 * officials read in Vietnamese or English.
 *
 * @param reason which "no" it is
 * @param basis where the rule stands
 * @param field dotted path of the command's field that the rule looked at, or null
 * @param details facts for the text and for programs, by name; values are text
 */
public record Rejection(
    RejectionCode reason, LegalBasis basis, @Nullable String field, Map<String, String> details) {

  /** How an edge (HTTP or another) should classify the refusal. */
  public enum Kind {
    /** The command names something that does not exist. */
    UNKNOWN,
    /** The actor has no right to do this. */
    FORBIDDEN,
    /** The aggregate's present state does not allow it. */
    STATE,
    /** A value of the command is refused by a rule. */
    VALUE
  }

  public Rejection {
    details = Map.copyOf(details);
  }

  public static Rejection of(RejectionCode reason, LegalBasis basis) {
    return new Rejection(reason, basis, null, Map.of());
  }

  /** For a rule that no law gives; see {@link LegalBasis#HOUSE_RULE}. */
  public static Rejection of(RejectionCode reason) {
    return of(reason, LegalBasis.HOUSE_RULE);
  }

  /** Stable, kebab-case. */
  public String code() {
    return reason.code();
  }

  public Kind kind() {
    return reason.kind();
  }

  public Rejection at(String fieldPath) {
    return new Rejection(reason, basis, fieldPath, details);
  }

  public Rejection with(String name, Object value) {
    var more = new TreeMap<>(details);
    more.put(name, String.valueOf(value));
    return new Rejection(reason, basis, field, more);
  }

  /**
   * The text for people, with details filled in.
   *
   * @param locale Vietnamese or English; any other language reads English
   * @throws MissingResourceException if the code has no text, which a test rules out
   */
  public String text(Locale locale) {
    return RejectionTexts.fill(code(), locale, details);
  }
}
