package io.vientro.log;

/**
 * The answer to an append.
 *
 * @param commit what now lies in the log under the commit's id
 * @param repeated true if it lay there before: the events given this time were not stored, and the
 *     caller has to compare
 */
public record Appended(StoredCommit commit, boolean repeated) {}
