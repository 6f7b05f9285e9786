package io.vientro.http.users;

import org.springframework.security.core.AuthenticationException;

/** So many passwords are being checked that this one did not get its turn. */
public final class TooBusyException extends AuthenticationException {
  TooBusyException() {
    super("too many sign-ins under way");
  }
}
