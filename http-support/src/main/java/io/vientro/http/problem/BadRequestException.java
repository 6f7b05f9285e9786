package io.vientro.http.problem;

import java.util.List;
import java.util.Map;

/**
 * A body that cannot be taken, with everything found wrong with it; 400 under the first finding's
 * code and field.
 */
public final class BadRequestException extends ProblemException {

  /**
   * @param errors at least one, the gravest first
   */
  public BadRequestException(List<FieldError> errors) {
    super(
        ProblemType.of(errors.getFirst().code(), 400),
        errors.getFirst().field(),
        errors.getFirst().messages(),
        null,
        errors,
        Map.of(),
        Map.of());
  }

  public BadRequestException(FieldError error) {
    this(List.of(error));
  }
}
