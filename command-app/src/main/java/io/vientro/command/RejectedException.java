package io.vientro.command;

import io.vientro.core.decision.Rejection;

/**
 * Carries a decider's "no" through Axon, which rolls its unit of work back only at an exception. It
 * has no stack trace: it is an answer.
 */
final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  RejectedException(Rejection rejection) {
    super(rejection.code(), null, false, false);
    this.rejection = rejection;
  }

  Rejection rejection() {
    return rejection;
  }
}
