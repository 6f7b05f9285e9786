package io.vientro.core.log;

/** What a log is for; its first event says so and nothing can change it. */
public enum LogMode {
  /**
   * Sample users, sample dossiers and a movable clock are allowed; every answer says that it is
   * training.
   */
  TRAINING,
  /** The real thing; none of these. */
  LIVE
}
