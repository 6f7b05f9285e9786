package io.vientro.core;

/**
 * Everything that can happen, over all aggregates; each aggregate seals its own part. Each type is
 * stored under a stable name and revision, never under its class.
 */
public interface DomainEvent {}
