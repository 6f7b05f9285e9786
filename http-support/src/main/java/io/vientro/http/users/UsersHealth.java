package io.vientro.http.users;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while the users file on disk is not the one in use. */
public final class UsersHealth implements HealthIndicator {
  private final Accounts accounts;

  public UsersHealth(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Health health() {
    var trouble = accounts.trouble();
    var health = trouble == null ? Health.up() : Health.down().withDetail("usersFile", trouble);
    return health.withDetail("accounts", accounts.size()).build();
  }
}
