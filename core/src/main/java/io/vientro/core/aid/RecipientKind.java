package io.vientro.core.aid;

/** What the aid recipient is (Bên tiếp nhận viện trợ, Art. 2.3). */
public enum RecipientKind {
  STATE_AGENCY,
  PUBLIC_SERVICE_UNIT,
  POLITICAL_SOCIAL_ORGANISATION,
  ASSOCIATION,
  UNION_OF_ASSOCIATIONS,
  SCIENCE_AND_TECHNOLOGY_BODY,
  SOCIAL_FUND,
  CHARITY_FUND,
  SOCIAL_ENTERPRISE,
  RELIGIOUS_BODY,
  /** Others, by decision of the Prime Minister (2.3.d). */
  OTHER
}
