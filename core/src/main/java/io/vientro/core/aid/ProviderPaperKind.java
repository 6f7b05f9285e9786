package io.vientro.core.aid;

/**
 * What the provider is for the proof of its legal status (Art. 8.1.d, 8.2.d); not the same as its
 * kind for consultation.
 */
public enum ProviderPaperKind {
  DIPLOMATIC_MISSION,
  FOREIGN_GOVERNMENT_AGENCY,
  FOREIGN_LOCAL_AUTHORITY,
  /** Foreign NGO registered in Vietnam. */
  REGISTERED_FOREIGN_NGO,
  INDIVIDUAL,
  /** Any other provider, an unregistered foreign NGO included. */
  OTHER
}
