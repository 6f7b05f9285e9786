package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.query.work.DeadlineRow;
import io.vientro.query.work.WorkKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How a due date stands now; always computed when it is asked, never stored. */
public enum Urgency {
  ON_TRACK,
  DUE_SOON,
  DUE_TODAY,
  OVERDUE,
  /** The day that the calendar is sure of has come, and the notice that would tell is missing. */
  DUE_UNCERTAIN,
  /** The limit does not run; it will run anew. */
  STOPPED;

  /** After every digit. */
  private static final String AFTER_DIGITS = ":";

  /**
   * Now, and how near "soon" is.
   *
   * @param soonDays a due date at most so many days away is soon; the house's own, no number of the
   *     law
   */
  public record Today(Instant now, int soonDays) {
    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** The date, Asia/Ho_Chi_Minh. */
    public LocalDate date() {
      return Zone.dateOf(now);
    }

    LocalDate tomorrow() {
      return date().plusDays(1);
    }

    /** The first day that is not soon. */
    LocalDate later() {
      return date().plusDays(soonDays + 1L);
    }

    /**
     * Where this minute stands among the places of due dates: after all that has passed, before all
     * that ends with this day.
     */
    String minute() {
      return LocalDateTime.ofInstant(now, Zone.HO_CHI_MINH).format(MINUTE);
    }
  }

  static Urgency of(DueDate due, Today today) {
    return switch (due) {
      case DueDate.On(var date, _) ->
          Boolean.TRUE.equals(TimeLimitAnswer.past(due, today.now()))
              ? OVERDUE
              : date.equals(today.date())
                  ? DUE_TODAY
                  : date.isBefore(today.later()) ? DUE_SOON : ON_TRACK;
      case DueDate.CalendarGap gap ->
          today.date().isBefore(gap.orderedBy()) ? ON_TRACK : DUE_UNCERTAIN;
      case DueDate.Open() -> ON_TRACK;
    };
  }

  /** Calendar days until the due date, negative once it has passed; null in a gap. */
  static @Nullable Integer daysLeft(DueDate due, LocalDate today) {
    var date = due.date();
    return date == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(today, date));
  }

  /**
   * What the rows of this urgency have in common. Their places begin with the due date, of a term
   * in hours with its minute, so an urgency is a range of them.
   *
   * @param prefix what the places of open rows begin with before that
   */
  List<Bson> range(Today today, String prefix) {
    var dated = Conditions.key(WorkKeys.DATED);
    var inGap = Conditions.key(WorkKeys.IN_GAP);
    return switch (this) {
      case OVERDUE -> List.of(before(prefix + today.minute()), dated);
      case DUE_TODAY ->
          List.of(from(prefix + today.minute()), before(prefix + today.tomorrow()), dated);
      case DUE_SOON ->
          List.of(from(prefix + today.tomorrow()), before(prefix + today.later()), dated);
      case ON_TRACK ->
          List.of(
              from(prefix + today.tomorrow()),
              before(prefix + AFTER_DIGITS),
              Filters.or(from(prefix + today.later()), inGap));
      case DUE_UNCERTAIN -> List.of(before(prefix + today.tomorrow()), inGap);
      case STOPPED -> List.of(from(prefix + DeadlineRow.STOPPED), before(prefix + "t"));
    };
  }

  private static Bson from(String place) {
    return Filters.gte(Pages.ID, place);
  }

  private static Bson before(String place) {
    return Filters.lt(Pages.ID, place);
  }
}
