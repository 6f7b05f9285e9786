package io.vientro.core.decision;

/**
 * What an account may be (vai trò). A role gives no right by itself; {@link CommandName} lists
 * them, and what is not listed is denied.
 */
public enum Role {
  /** Người nộp hồ sơ: the aid owner or whoever files for it; acts on its own dossiers only. */
  APPLICANT,
  /** Công chức tiếp nhận hồ sơ (bộ phận một cửa). */
  RECEPTION_OFFICER,
  /** Công chức thụ lý, thẩm định. */
  APPRAISER,
  /** Cơ quan, tổ chức được lấy ý kiến. */
  CONSULTED_AGENCY,
  /** Người có thẩm quyền quyết định, or who signs for that person. */
  DECISION_MAKER,
  /** Văn thư. */
  CLERK,
  /** Lãnh đạo theo dõi tiến độ. */
  SUPERVISOR,
  /** Kiểm toán, thanh tra: reads everything, changes nothing. */
  AUDITOR,
  /** Quản trị hệ thống: rule packs, calendar, parameters. */
  ADMINISTRATOR,
  /** The software itself, at its first start; never a person's role. */
  SYSTEM
}
