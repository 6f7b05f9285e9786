package io.vientro.core.dossier;

/** What the appraisal finds (kết luận thẩm định, Art. 10.3). */
public enum AppraisalFinding {
  /** Đủ điều kiện tiếp nhận. */
  ELIGIBLE,
  /** Không đủ điều kiện tiếp nhận. */
  NOT_ELIGIBLE
}
