package io.vientro.log;

/**
 * What a process's writer has done since it was opened.
 *
 * @param queuedCommits commits that wait for their turn now
 * @param blocks written
 * @param commits written in those blocks
 * @param insertNanos spent in those inserts
 * @param racesLost inserts whose position another process had taken
 * @param failures calls that the store did not answer, or answered with an error
 */
public record LogStatistics(
    int queuedCommits,
    long blocks,
    long commits,
    long insertNanos,
    long racesLost,
    long failures) {}
