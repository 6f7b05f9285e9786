package io.vientro.core.aid;

import org.jspecify.annotations.Nullable;

/** Kinds of paper in a dossier (Art. 8). */
public enum DocumentKind {
  /** Văn bản đề nghị phê duyệt. */
  REQUEST_FOR_APPROVAL,
  /** Văn bản nhất trí cung cấp viện trợ của Bên cung cấp. */
  PROVIDER_AGREEMENT,
  /** Văn kiện chương trình, dự án. */
  PROGRAMME_OR_PROJECT_DOCUMENT,
  /** Văn kiện khoản viện trợ phi dự án. */
  NON_PROJECT_DOCUMENT,
  /** Giấy đăng ký của tổ chức phi chính phủ nước ngoài. */
  NGO_REGISTRATION,
  /** Hộ chiếu. */
  PASSPORT,
  /** Giấy tờ khác chứng minh tư cách pháp nhân. */
  LEGAL_STATUS_PAPER,
  /** Sơ lược lý lịch chuyên gia. */
  EXPERT_RESUME,
  /** Cam kết về tính chính xác của thông tin. */
  TRUTH_COMMITMENT,
  /** Chương trình hoạt động. */
  ACTIVITY_PROGRAMME,
  /** Giấy phép lao động, giấy phép hành nghề. */
  WORK_OR_PRACTICE_PERMIT,
  /** Chứng thư giám định chất lượng. */
  QUALITY_INSPECTION_CERTIFICATE,
  /** Giấy đăng ký, sở hữu phương tiện. */
  VEHICLE_REGISTRATION,
  /** Giấy chứng nhận kiểm định của nước sở tại. */
  VEHICLE_HOME_INSPECTION,
  /** Giấy chứng nhận kiểm định của Việt Nam. */
  VEHICLE_VIETNAM_INSPECTION,
  OTHER;

  /**
   * Whether such a paper always names its last day of validity, so that a record without one is
   * incomplete.
   */
  public boolean alwaysStatesValidity() {
    return this == PASSPORT;
  }

  /**
   * Whether such a paper is about a person by its nature, so that its file is always encrypted with
   * a key that can be destroyed.
   */
  public boolean isPersonal() {
    return this == PASSPORT || this == EXPERT_RESUME || this == WORK_OR_PRACTICE_PERMIT;
  }

  /**
   * Label of the person, among those whom the dossier knows, whom such a paper is about: erasing
   * that person erases the paper. Null if it is about somebody of its own.
   */
  public @Nullable String subject() {
    return this == PASSPORT ? IndividualProvider.SUBJECT : null;
  }
}
