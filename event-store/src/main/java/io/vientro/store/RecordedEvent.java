package io.vientro.store;

import io.vientro.core.DomainEvent;
import java.time.Instant;

/**
 * An event of core as it lies in the log.
 *
 * @param position place in the whole log, from 0
 * @param commitId commit that brought it
 * @param aggregate id of the aggregate it happened to
 * @param sequence place in the aggregate's own history, from 0
 * @param id globally unique id of the event
 * @param at when it was recorded, UTC
 * @param event what happened
 * @param metadata who did it, and how
 */
public record RecordedEvent(
    long position,
    String commitId,
    String aggregate,
    long sequence,
    String id,
    Instant at,
    DomainEvent event,
    EventMetadata metadata) {}
