package io.vientro.core.aid;

/** Content that moves the authority to decide (Art. 7.1.a). */
public enum SubjectTag {
  /** An ninh. */
  SECURITY,
  /** Quốc phòng. */
  DEFENCE,
  /** Tôn giáo. */
  RELIGION,
  /** Its direct objective is to support the drafting of legal normative documents. */
  LAW_DRAFTING_OBJECTIVE,
  /**
   * It contains law drafting as one component; whether that is a direct objective is for a person
   * to say (E9).
   */
  LAW_DRAFTING_COMPONENT
}
