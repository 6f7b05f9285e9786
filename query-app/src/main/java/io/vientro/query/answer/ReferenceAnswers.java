package io.vientro.query.answer;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.log.LogMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What decisions rest on, as on record. */
public final class ReferenceAnswers {
  private ReferenceAnswers() {}

  /**
   * A working calendar.
   *
   * @param years years that have at least one notice, in order; any other is a gap
   * @param notices in the order they were recorded
   * @param sha256 digest by which decisions name the calendar they looked at
   * @param sequence the calendar's sequence, as in the {@code ETag}
   */
  public record CalendarAnswer(
      String id,
      List<Integer> years,
      List<CalendarNotice> notices,
      String sha256,
      long sequence,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * What is on record of a rule pack or of a registry of agencies.
   *
   * @param versions in the order they were recorded
   * @param parameters of the deploying agencies, in the order they were set
   */
  public record RulePackVersionsAnswer(
      String id,
      List<Version> versions,
      List<Parameter> parameters,
      long sequence,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * One version.
   *
   * @param sha256 digest of its text, lower-case hex
   * @param recordedAt UTC
   */
  public record Version(int version, String sha256, Instant recordedAt, long position) {}

  /**
   * A parameter that was set.
   *
   * @param from first day on which it holds
   */
  public record Parameter(
      AgencyAnswer agency,
      String parameter,
      String value,
      String basis,
      LocalDate from,
      Instant recordedAt,
      long position) {}
}
