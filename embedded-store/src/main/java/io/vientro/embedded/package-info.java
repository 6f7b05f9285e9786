/**
 * A store that speaks MongoDB's protocol and keeps everything in one file: for the two-command
 * start, for training, for a small office. It is mongo-java-server on H2's MVStore, made to answer
 * a write only when it is on disk.
 *
 * <p>Known limits: one process; non-unique indexes are accepted and ignored; no sessions,
 * transactions, change streams, TTL, pipeline updates or {@code $set} stage; a {@code $filter} in a
 * find projection returns nothing (it works in an aggregation).
 */
@org.jspecify.annotations.NullMarked
package io.vientro.embedded;
