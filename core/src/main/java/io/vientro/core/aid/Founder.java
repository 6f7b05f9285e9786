package io.vientro.core.aid;

/** Who founded the recipient, approved its charter or licensed it (Art. 7.2.b, 7.3, 7.5). */
public enum Founder {
  /** The managing agency itself. */
  MANAGING_AGENCY,
  /** Bộ Nội vụ. */
  MINISTRY_OF_HOME_AFFAIRS,
  /** By decision of the Prime Minister. */
  PRIME_MINISTER,
  /** Anybody else. */
  OTHER
}
