package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;

/** Level of an aid's managing agency, which Art. 9 and 10 distinguish. */
public enum AgencyLevel {
  /** A ministry, another central body. */
  CENTRAL,
  /** A provincial People's Committee. */
  LOCAL,
  /** There is none, or there are several. */
  OPEN;

  /** The level of an aid's one managing agency. */
  public static AgencyLevel of(AidFacts aid, AgencyRegistry registry) {
    if (aid.managingAgencies().size() != 1) {
      return OPEN;
    }
    return registry
        .agency(aid.managingAgencies().getFirst())
        .map(agency -> agency.place() == null ? CENTRAL : LOCAL)
        .orElse(OPEN);
  }
}
