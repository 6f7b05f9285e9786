package io.vientro.http.users;

import io.vientro.core.decision.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who is signed in, for Spring Security: the principal is the {@link Actor}, the one authority
 * {@code ROLE_} and its role.
 */
public final class SignedIn extends AbstractAuthenticationToken {
  private final transient Actor actor;

  public SignedIn(Actor actor) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
    this.actor = actor;
    setAuthenticated(true);
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.account();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && actor.equals(that.actor) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + actor.hashCode();
  }
}
