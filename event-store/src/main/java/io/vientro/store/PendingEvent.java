package io.vientro.store;

import io.vientro.core.DomainEvent;

/**
 * An event of core that is to be recorded.
 *
 * @param aggregate id of the aggregate it happened to; the event's own id where it has none
 * @param sequence place in the aggregate's own history, from 0
 * @param id globally unique id of the event
 * @param event what happened
 * @param metadata who did it, and how
 */
public record PendingEvent(
    String aggregate, long sequence, String id, DomainEvent event, EventMetadata metadata) {}
