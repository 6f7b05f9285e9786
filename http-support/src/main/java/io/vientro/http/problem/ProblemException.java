package io.vientro.http.problem;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A "no" that a controller, a filter or a converter throws and that goes out as a {@link Problem}.
 * Immutable; the {@code with…} methods make copies. It has no stack trace: it is an answer, not a
 * fault.
 */
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final @Nullable String field;
  private final @Nullable BothTexts detail;
  private final @Nullable LegalBasis legalBasis;
  private final List<FieldError> errors;
  private final Map<String, String> facts;
  private final Map<String, String> headers;

  protected ProblemException(
      ProblemType type,
      @Nullable String field,
      @Nullable BothTexts detail,
      @Nullable LegalBasis legalBasis,
      List<FieldError> errors,
      Map<String, String> facts,
      Map<String, String> headers) {
    super(type.code(), null, false, false);
    this.type = type;
    this.field = field;
    this.detail = detail;
    this.legalBasis = legalBasis;
    this.errors = List.copyOf(errors);
    this.facts = Map.copyOf(facts);
    this.headers = Map.copyOf(headers);
  }

  public static ProblemException of(ProblemType type) {
    return new ProblemException(type, null, null, null, List.of(), Map.of(), Map.of());
  }

  /**
   * A rule's "no": UNKNOWN is 404, FORBIDDEN 403, STATE 409, VALUE 422; the code is the rejection's
   * own.
   */
  public static ProblemException of(Rejection rejection) {
    var status =
        switch (rejection.kind()) {
          case UNKNOWN -> 404;
          case FORBIDDEN -> 403;
          case STATE -> 409;
          case VALUE -> 422;
        };
    var titled =
        ProblemType.of("rejected-" + rejection.kind().name().toLowerCase(Locale.ROOT), status);
    return new ProblemException(
        new ProblemType(rejection.code(), status, titled.titles()),
        rejection.field(),
        textOf(rejection),
        rejection.basis(),
        List.of(),
        rejection.details(),
        Map.of());
  }

  private static @Nullable BothTexts textOf(Rejection rejection) {
    try {
      return new BothTexts(
          rejection.text(Language.VI.locale()), rejection.text(Language.EN.locale()));
    } catch (MissingResourceException untold) {
      // A code without a text is a mistake that a test of the core finds; the refusal stands all
      // the same.
      return null;
    }
  }

  /** The store or a part of the process cannot answer now. */
  public static ProblemException unavailable(Duration retryAfter) {
    return of(ProblemTypes.UNAVAILABLE).withRetryAfter(retryAfter);
  }

  public static ProblemException preconditionFailed() {
    return of(ProblemTypes.PRECONDITION_FAILED).withField("If-Match");
  }

  public static ProblemException concurrentChange() {
    return of(ProblemTypes.CONCURRENT_CHANGE);
  }

  public static ProblemException idempotencyKeyReused() {
    return of(ProblemTypes.IDEMPOTENCY_KEY_REUSED).withField("Idempotency-Key");
  }

  public ProblemException withField(String path) {
    return new ProblemException(type, path, detail, legalBasis, errors, facts, headers);
  }

  public ProblemException withDetail(BothTexts texts) {
    return new ProblemException(type, field, texts, legalBasis, errors, facts, headers);
  }

  /** A detail from this module's bundle, under {@code detail.KEY}. */
  public ProblemException withDetailKey(String key, Object... values) {
    return withDetail(Texts.both("detail." + key, values));
  }

  public ProblemException withHeader(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new ProblemException(type, field, detail, legalBasis, errors, facts, more);
  }

  /** Whole seconds, rounded up, at least one. */
  public ProblemException withRetryAfter(Duration wait) {
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return withHeader("Retry-After", Long.toString(seconds));
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable BothTexts detail() {
    return detail;
  }

  public @Nullable LegalBasis legalBasis() {
    return legalBasis;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** What a program may want to know of a rule's "no", by name. */
  public Map<String, String> facts() {
    return facts;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
