package io.vientro.http.problem;

/**
 * A kind of problem.
 *
 * @param code stable, kebab-case: programs and auditors look it up
 * @param status HTTP status, 400 to 599
 * @param titles what it means
 */
public record ProblemType(String code, int status, BothTexts titles) {

  public ProblemType {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not the status of a problem: " + status);
    }
  }

  /**
   * A type whose title is in this module's bundle under {@code title.CODE}; any other code is
   * titled by its status.
   */
  public static ProblemType of(String code, int status) {
    var key = "title." + code;
    if (!Texts.has(key)) {
      key = "title.http-" + status;
    }
    if (!Texts.has(key)) {
      key = status < 500 ? "title.http-400" : "title.http-500";
    }
    return new ProblemType(code, status, Texts.both(key));
  }

  /** What a bare HTTP status means; {@code http-418} if we have no name for it. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> ProblemTypes.MALFORMED_REQUEST;
      case 401 -> ProblemTypes.UNAUTHENTICATED;
      case 403 -> ProblemTypes.FORBIDDEN;
      case 404 -> ProblemTypes.NOT_FOUND;
      case 405 -> ProblemTypes.METHOD_NOT_ALLOWED;
      case 406 -> ProblemTypes.NOT_ACCEPTABLE;
      case 413 -> ProblemTypes.BODY_TOO_LARGE;
      case 415 -> ProblemTypes.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ProblemTypes.TOO_MANY_ATTEMPTS;
      case 500 -> ProblemTypes.INTERNAL_ERROR;
      case 503 -> ProblemTypes.UNAVAILABLE;
      default -> of("http-" + status, status);
    };
  }
}
