package io.vientro.http.users;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The name has to wait; the password was not even looked at. */
public final class TooManyTriesException extends AuthenticationException {
  private final transient Duration wait;

  TooManyTriesException(Duration wait) {
    super("too many failed tries");
    this.wait = wait;
  }

  public Duration retryAfter() {
    return wait;
  }
}
