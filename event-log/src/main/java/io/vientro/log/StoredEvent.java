package io.vientro.log;

/**
 * An event as it lies in the log.
 *
 * @param position its place in the whole log, from 0, without holes; position order is commit order
 * @param commitId the commit that brought it
 * @param event what was appended, unchanged
 */
public record StoredEvent(long position, String commitId, NewEvent event) {}
