package io.vientro.core.dossier;

/**
 * States of a dossier as the national public-service portal counts them, 1 to 10 (read from public
 * one-stop code; the official annex was not found). The map to them loses detail and is never read
 * back.
 */
public enum PortalState {
  /** Mới đăng ký. */
  REGISTERED,
  /** Được tiếp nhận. */
  RECEIVED,
  /** Không được tiếp nhận. */
  NOT_RECEIVED,
  /** Đang xử lý. */
  IN_PROCESS,
  /** Yêu cầu bổ sung giấy tờ. */
  SUPPLEMENT_REQUESTED,
  /** Yêu cầu thực hiện nghĩa vụ tài chính; never reached: the procedure has no fee. */
  PAYMENT_REQUESTED,
  /** Công dân yêu cầu rút hồ sơ. */
  WITHDRAWN,
  /** Dừng xử lý. */
  STOPPED,
  /** Đã xử lý xong. */
  PROCESSED,
  /** Đã trả kết quả. */
  RESULT_RETURNED;

  /** The portal's number. */
  public int code() {
    return ordinal() + 1;
  }

  /**
   * The portal's state of a dossier that was filed.
   *
   * @throws IllegalArgumentException for a dossier that was not
   */
  public static PortalState of(DossierState state) {
    return switch (state.status()) {
      case NONE -> throw new IllegalArgumentException("not filed");
      case SUBMITTED -> REGISTERED;
      // A dossier that came back after it was received is no new registration.
      case CHECKING -> state.code() == null ? REGISTERED : IN_PROCESS;
      case SUPPLEMENT_REQUESTED -> SUPPLEMENT_REQUESTED;
      case ACCEPTED -> RECEIVED;
      case CONSULTING, APPRAISING, APPRAISAL_MEETING, APPRAISAL_CONCLUDED, SUBMITTED_FOR_DECISION ->
          IN_PROCESS;
      case APPROVED, REFUSED -> PROCESSED;
      // The portal does not follow an aid beyond its result.
      case NOTIFIED, IMPLEMENTING, ADJUSTING, ENDED, HANDED_OVER, CLOSED, REVOKED ->
          RESULT_RETURNED;
      case RECEPTION_REFUSED -> NOT_RECEIVED;
      case WITHDRAWN -> WITHDRAWN;
      case PROCESSING_STOPPED -> STOPPED;
    };
  }
}
