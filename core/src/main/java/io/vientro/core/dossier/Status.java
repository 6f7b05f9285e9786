package io.vientro.core.dossier;

/** Where a dossier stands. The first states of the road; the names follow the verbs of the law. */
public enum Status {
  /** Not filed yet. */
  NONE,
  /** Đã nộp. */
  SUBMITTED,
  /** Yêu cầu bổ sung. */
  SUPPLEMENT_REQUESTED,
  /** Đang kiểm tra tính hợp lệ, after something was handed in. */
  CHECKING,
  /** Hợp lệ: complete and valid, the appraisal limit runs. */
  ACCEPTED,
  /** Từ chối tiếp nhận. */
  RECEPTION_REFUSED,
  /** Rút hồ sơ. */
  WITHDRAWN
}
