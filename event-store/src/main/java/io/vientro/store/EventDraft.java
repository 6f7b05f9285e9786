package io.vientro.store;

import io.vientro.core.DomainEvent;

/**
 * An event that is to be written.
 *
 * @param aggregate id of the aggregate it happens to; part of the id of the keys that seal its
 *     personal values
 */
public record EventDraft(String aggregate, DomainEvent event) {}
