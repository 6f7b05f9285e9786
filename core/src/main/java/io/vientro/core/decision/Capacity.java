package io.vientro.core.decision;

/**
 * In which capacity somebody acts or signs (tư cách; Decree 30/2020 Art. 13 for the signing forms).
 */
public enum Capacity {
  /** For oneself or one's own organisation (nhân danh chính mình). */
  OWN_RIGHT,
  /** In the exercise of one's assigned duty (theo nhiệm vụ được phân công). */
  ASSIGNED_DUTY,
  /** Head of the agency (người đứng đầu). */
  HEAD,
  /** Deputy signing for the head (ký thay, KT.). */
  DEPUTY_FOR_HEAD,
  /** By order (thừa lệnh, TL.). */
  BY_ORDER,
  /** By written authorisation (thừa ủy quyền, TUQ.). */
  BY_AUTHORISATION,
  /** For somebody else who is named in the act (thay mặt người nộp). */
  ON_BEHALF
}
