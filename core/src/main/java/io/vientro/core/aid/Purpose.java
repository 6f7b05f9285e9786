package io.vientro.core.aid;

/** What the aid is for, as far as authority and consultation turn on it. */
public enum Purpose {
  /** Socio-economic development (Art. 1). */
  DEVELOPMENT,
  /** Humanitarian relief (cứu trợ nhân đạo, Art. 7.4). */
  HUMANITARIAN_RELIEF,
  /** Consequence-recovery aid (viện trợ khắc phục hậu quả, Art. 3 and 7.2.a). */
  CONSEQUENCE_RECOVERY
}
