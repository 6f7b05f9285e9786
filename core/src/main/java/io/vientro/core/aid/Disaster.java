package io.vientro.core.aid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The disaster that an aid answers. Decree 50/2020 governs what is both approved and carried out
 * within a window after it, so both dates are kept apart, as planned and as they came to be (E5).
 * Dates are those of Asia/Ho_Chi_Minh.
 *
 * @param kind relief or recovery
 * @param happenedOn day of the disaster, from which the windows run
 * @param recipient what the recipient is under Decree 50/2020 Art. 2.2, or null if not stated
 * @param plannedApprovalBy day by which it is to be approved, or null
 * @param plannedImplementationEnd day by which it is to be carried out, or null
 * @param approvedOn day of the approval, or null before
 * @param implementedOn day on which it was carried out, or null before
 */
public record Disaster(
    Kind kind,
    LocalDate happenedOn,
    @Nullable RecipientOfRelief recipient,
    @Nullable LocalDate plannedApprovalBy,
    @Nullable LocalDate plannedImplementationEnd,
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate implementedOn) {

  /** What the aid does after a disaster. */
  public enum Kind {
    /** Cứu trợ khẩn cấp. */
    RELIEF,
    /** Khắc phục hậu quả. */
    RECOVERY
  }

  /** The recipients that Decree 50/2020 Art. 2.2 lists, and all others. */
  public enum RecipientOfRelief {
    /** Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ. */
    MINISTRY_OR_CENTRAL_AGENCY,
    /** Ủy ban nhân dân cấp tỉnh. */
    PROVINCIAL_PEOPLES_COMMITTEE,
    /** Cơ quan trung ương của tổ chức chính trị - xã hội. */
    CENTRAL_SOCIO_POLITICAL_ORGANISATION,
    /** Hội Chữ thập đỏ Việt Nam. */
    RED_CROSS,
    /** None of them. */
    UNLISTED
  }

  /** Which of the two dates a window is asked for. */
  public enum Step {
    APPROVAL,
    IMPLEMENTATION
  }

  /** The day on which a step was taken, or null before. */
  public @Nullable LocalDate actual(Step step) {
    return step == Step.APPROVAL ? approvedOn : implementedOn;
  }

  /** The day by which a step is planned, or null where no plan says so. */
  public @Nullable LocalDate planned(Step step) {
    return step == Step.APPROVAL ? plannedApprovalBy : plannedImplementationEnd;
  }
}
