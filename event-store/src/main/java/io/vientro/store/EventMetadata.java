package io.vientro.store;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.log.LogMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, in which capacity and by which command. It holds no personal value: names of people
 * stand, sealed, in the event's act.
 *
 * @param account name of the signed-in account
 * @param role the role it acted in
 * @param agency id of its agency or organisation
 * @param capacity in which it acted
 * @param onBehalf whether it acted for somebody else, whom the event's act names
 * @param command name of the command, in kebab-case
 * @param commandId id of the command; equal for all events of one commit
 * @param requestDigest digest of the request as it came in, by which a repeated key with another
 *     body is found out; null where no request came in
 * @param effectiveOn business date of the step, Asia/Ho_Chi_Minh; null where it has none of its own
 * @param logMode what the log is for
 */
public record EventMetadata(
    String account,
    Role role,
    String agency,
    Capacity capacity,
    boolean onBehalf,
    String command,
    String commandId,
    @Nullable String requestDigest,
    @Nullable LocalDate effectiveOn,
    LogMode logMode) {

  /** The account, its role and its agency. */
  public Actor actor() {
    return new Actor(account, role, agency);
  }
}
