package io.vientro.core.aid;

/**
 * What the provider is for scope and consultation (Art. 2.2, 10.2); an unregistered foreign NGO
 * still is one here.
 */
public enum ProviderClass {
  /** Foreign NGO, non-profit, social or private fund (2.2.a). */
  FOREIGN_NGO,
  /** Foreign individual, overseas Vietnamese included (2.2.b). */
  INDIVIDUAL,
  /** Company under foreign law (2.2.c). */
  COMPANY,
  /** Foreign research or training body (2.2.d). */
  RESEARCH_OR_TRAINING_BODY,
  /** Foreign ministry, agency or diplomatic mission (2.2.đ). */
  FOREIGN_AGENCY
}
