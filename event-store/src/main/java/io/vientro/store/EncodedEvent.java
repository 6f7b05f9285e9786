package io.vientro.store;

/**
 * An event as it goes into the log.
 *
 * @param type stable name
 * @param revision of the shape
 * @param payload JSON text; personal values are sealed
 */
public record EncodedEvent(String type, int revision, String payload) {}
