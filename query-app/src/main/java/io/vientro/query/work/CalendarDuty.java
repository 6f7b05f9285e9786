package io.vientro.query.work;

import io.vientro.query.projection.ViewDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The duty to record the notice of a year: it is owed from the first limit on whose due date was
 * said to be uncertain, and done once the year is known.
 *
 * @param id the year
 * @param position of the event that it follows from last
 * @param since when the first due date was said to be uncertain, UTC
 * @param recordedAt when the year's first notice was recorded, UTC; null while it is owed
 */
public record CalendarDuty(
    String id, long position, int year, Instant since, @Nullable Instant recordedAt)
    implements ViewDocument {

  static String id(int year) {
    return "%04d".formatted(year);
  }

  CalendarDuty done(long position, Instant at) {
    return new CalendarDuty(id, position, year, since, at);
  }
}
