package io.vientro.http.problem;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.log.LogMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as it goes out, {@code application/problem+json}. Null components are left
 * out.
 *
 * @param type {@code urn:vientro:problem:CODE}
 * @param title what the code means, in the language asked for
 * @param status the HTTP status
 * @param detail what is wrong this time, in the language asked for; null if the title says it all
 * @param instance {@code urn:vientro:request:ID}, the id being that of the answer's {@code
 *     X-Request-Id}
 * @param code stable, kebab-case
 * @param field dotted path of the field at fault, or null
 * @param errors everything found wrong with the body, or null if that is not what is wrong
 * @param legalBasis where the rule that said no stands, or null if no rule did
 * @param facts what the rule's text names, by name, for programs; null if no rule did
 * @param titles the title in both languages
 * @param details the detail in both languages, null with it
 * @param logMode whether the log is for training
 */
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String instance,
    String code,
    @Nullable String field,
    @Nullable List<FieldError> errors,
    @Nullable LegalBasis legalBasis,
    @Nullable Map<String, String> facts,
    BothTexts titles,
    @Nullable BothTexts details,
    LogMode logMode) {

  public static final String MEDIA_TYPE = "application/problem+json";
}
