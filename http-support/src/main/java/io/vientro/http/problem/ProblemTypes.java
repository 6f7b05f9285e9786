package io.vientro.http.problem;

/** The problems of the edge itself. A rule's "no" has the rule's own code. */
public final class ProblemTypes {
  public static final ProblemType MALFORMED_REQUEST = ProblemType.of("malformed-request", 400);
  public static final ProblemType INVALID_PARAMETER = ProblemType.of("invalid-parameter", 400);
  public static final ProblemType MISSING_PARAMETER = ProblemType.of("missing-parameter", 400);
  public static final ProblemType INVALID_HEADER = ProblemType.of("invalid-header", 400);
  public static final ProblemType UNAUTHENTICATED = ProblemType.of("unauthenticated", 401);
  public static final ProblemType FORBIDDEN = ProblemType.of("forbidden", 403);
  public static final ProblemType NOT_FOUND = ProblemType.of("not-found", 404);
  public static final ProblemType METHOD_NOT_ALLOWED = ProblemType.of("method-not-allowed", 405);
  public static final ProblemType NOT_ACCEPTABLE = ProblemType.of("not-acceptable", 406);
  public static final ProblemType UNKNOWN_DOCUMENT = ProblemType.of("unknown-document", 404);
  public static final ProblemType DOCUMENT_TOO_SLOW = ProblemType.of("document-too-slow", 408);
  public static final ProblemType CONCURRENT_CHANGE = ProblemType.of("concurrent-change", 409);
  public static final ProblemType DOCUMENT_ERASED = ProblemType.of("document-erased", 410);
  public static final ProblemType PRECONDITION_FAILED = ProblemType.of("precondition-failed", 412);
  public static final ProblemType BODY_TOO_LARGE = ProblemType.of("body-too-large", 413);
  public static final ProblemType DOCUMENT_TOO_LARGE = ProblemType.of("document-too-large", 413);
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      ProblemType.of("unsupported-media-type", 415);
  public static final ProblemType DOCUMENT_TYPE_NOT_ALLOWED =
      ProblemType.of("document-type-not-allowed", 415);
  public static final ProblemType IDEMPOTENCY_KEY_REUSED =
      ProblemType.of("idempotency-key-reused", 422);
  public static final ProblemType TOO_MANY_ATTEMPTS = ProblemType.of("too-many-attempts", 429);
  public static final ProblemType INTERNAL_ERROR = ProblemType.of("internal-error", 500);
  public static final ProblemType DOCUMENT_DAMAGED = ProblemType.of("document-damaged", 500);
  public static final ProblemType UNAVAILABLE = ProblemType.of("unavailable", 503);

  private ProblemTypes() {}
}
