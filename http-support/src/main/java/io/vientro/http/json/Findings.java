package io.vientro.http.json;

import io.vientro.http.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found wrong so far, in the order of the body; bounded, so that a hostile body gets no
 * answer larger than itself.
 */
final class Findings {
  private final List<FieldError> errors = new ArrayList<>();
  private final int most;
  private int count;

  Findings(int most) {
    this.most = most;
  }

  void add(FieldError error) {
    count++;
    if (errors.size() < most) {
      errors.add(error);
    }
  }

  /** How many were found, reported or not. */
  int count() {
    return count;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }
}
