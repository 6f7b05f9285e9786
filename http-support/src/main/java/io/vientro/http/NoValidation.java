package io.vientro.http;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Nothing to validate. */
final class NoValidation implements Validator {
  @Override
  public boolean supports(Class<?> type) {
    return false;
  }

  @Override
  public void validate(Object target, Errors errors) {
    throw new UnsupportedOperationException("supports nothing");
  }
}
