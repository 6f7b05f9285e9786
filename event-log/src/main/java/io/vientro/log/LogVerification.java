package io.vientro.log;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole log found.
 *
 * @param size number of events that could be trusted, from position 0 on
 * @param commits number of their commits
 * @param runningHash running hash after them, in lower-case hex
 * @param finding the first thing wrong; null if nothing is
 */
public record LogVerification(
    long size, long commits, String runningHash, @Nullable Finding finding) {

  /**
   * @param position the first position that cannot be trusted
   * @param text what is wrong there, in English
   */
  public record Finding(long position, String text) {}
}
