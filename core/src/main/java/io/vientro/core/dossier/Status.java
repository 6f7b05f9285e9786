package io.vientro.core.dossier;

/**
 * Where a dossier stands. The names follow the verbs of the law (Art. 8 to 11) and, before
 * acceptance, of the one-stop rules.
 */
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
  /** Đang lấy ý kiến. */
  CONSULTING,
  /** Đang thẩm định: every agency asked has answered. */
  APPRAISING,
  /** Hội nghị thẩm định: a meeting was convened. */
  APPRAISAL_MEETING,
  /** Đã có kết luận thẩm định. */
  APPRAISAL_CONCLUDED,
  /** Đã trình. */
  SUBMITTED_FOR_DECISION,
  /** Đã phê duyệt; the notice is owed. */
  APPROVED,
  /** Không tiếp nhận; the notice is owed. */
  REFUSED,
  /** Đã thông báo: the outcome reached everybody to whom it is owed. */
  NOTIFIED,
  /** Đang thực hiện. */
  IMPLEMENTING,
  /** Đang điều chỉnh: an adjustment is asked for and not decided. */
  ADJUSTING,
  /** Đã kết thúc thực hiện; end reports and hand-over are owed. */
  ENDED,
  /** Đã nghiệm thu, bàn giao. */
  HANDED_OVER,
  /** Đã quyết toán, đóng. */
  CLOSED,
  /** Đã thu hồi quyết định phê duyệt. */
  REVOKED,
  /** Từ chối tiếp nhận. */
  RECEPTION_REFUSED,
  /** Rút hồ sơ. */
  WITHDRAWN,
  /** Dừng giải quyết. */
  PROCESSING_STOPPED
}
