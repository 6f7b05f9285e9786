package io.vientro.command;

import io.vientro.core.act.Act;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.log.LogMode;
import io.vientro.store.EventMetadata;
import io.vientro.store.axon.LogMessages;
import java.time.LocalDate;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from.
 *
 * @param actor who sent it
 * @param commitId id of the commit it will be; a repeated request has the same
 * @param requestDigest digest of the request, by which a reused key with another body is found out
 * @param repeatable whether the client gave an idempotency key
 * @param expectedSequence the aggregate's sequence that the client has seen ({@code If-Match}), or
 *     null if it does not care
 */
public record Origin(
    Actor actor,
    String commitId,
    String requestDigest,
    boolean repeatable,
    @Nullable Long expectedSequence) {

  /** What goes beside every event of the commit. */
  MetaData metaData(
      CommandName command, @Nullable Act act, @Nullable LocalDate effectiveOn, LogMode mode) {
    return LogMessages.metaData(
        commitId,
        new EventMetadata(
            actor.account(),
            actor.role(),
            actor.agency(),
            act == null ? io.vientro.core.decision.Capacity.ASSIGNED_DUTY : act.capacity(),
            act != null && act.onBehalfOf() != null,
            command.path(),
            commitId,
            requestDigest,
            effectiveOn,
            mode));
  }
}
