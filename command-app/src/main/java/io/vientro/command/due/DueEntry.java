package io.vientro.command.due;

import io.vientro.core.Digests;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.core.dossier.Raising;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One thing that is to be raised, and from when.
 *
 * @param at the instant from which it may be raised, never before
 * @param dossier id of the dossier
 * @param limit id of the limit
 * @param segment its segment
 * @param due the last day it is about, Asia/Ho_Chi_Minh
 * @param extended whether that day comes from an extension
 * @param position in the log, of the event since which it stands
 */
public record DueEntry(
    Instant at,
    String dossier,
    String limit,
    int segment,
    What what,
    LocalDate due,
    boolean extended,
    long position) {
  private static final char SEPARATOR = '|';

  /** Of equal length for every year, so that texts are in the order of time. */
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static DueEntry of(String dossier, LimitSegment segment, Raising.Pending pending, long position) {
    var started = segment.started();
    return new DueEntry(
        pending.at(),
        dossier,
        started.limit(),
        started.segment(),
        pending.what(),
        pending.due(),
        segment.extension() != null,
        position);
  }

  /** Its place in the index: the earliest first. */
  public String id() {
    return String.join(
        String.valueOf(SEPARATOR),
        SORTABLE.format(at),
        dossier,
        limit,
        String.format(Locale.ROOT, "%04d", segment),
        what.name());
  }

  /** Above the ids of all that may be raised at an instant, below those of all that may not. */
  static String idAfter(Instant now) {
    return SORTABLE.format(now) + (char) (SEPARATOR + 1);
  }

  /**
   * The id of the commit that raises it, the same in every process, so that the log takes it once.
   * An expiry is one for its due date (an extension to a day that had passed before is another
   * one). The rest can come again for the same day, when a notice of the calendar moves it back: it
   * is one since its event.
   */
  public String commitId() {
    return "due-"
        + Digests.sha256(
            String.join(
                "\n",
                dossier,
                limit,
                Integer.toString(segment),
                what.name(),
                due.toString(),
                what == What.EXPIRY ? (extended ? "extended" : "first") : Long.toString(position)));
  }

  boolean isSameAs(DueEntry other) {
    return id().equals(other.id()) && due.equals(other.due) && extended == other.extended;
  }

  DueEntry since(long earlier) {
    return new DueEntry(at, dossier, limit, segment, what, due, extended, earlier);
  }
}
