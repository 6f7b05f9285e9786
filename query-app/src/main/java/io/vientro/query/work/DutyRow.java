package io.vientro.query.work;

import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.dossier.TimeLimitStarted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty: a segment of a limit that somebody owes. Open ones come first, by their due date and
 * without one last; then those that were done or waived, the latest first; then those that nobody
 * owes any more.
 *
 * @param limit the segment as it started; its debtor is known
 * @param standing how it stands by the calendar up to the row's position
 * @param due its last day, as extended
 * @param firstDue its last day before it was extended; null where it was not
 * @param expired last day with which its expiry was raised; null if none was
 * @param correction how that expiry was corrected; null if it was not
 * @param endedOn or null while it is owed
 * @param ended why it ended, or null while it is owed
 */
public record DutyRow(
    String id,
    long position,
    RowDossier dossier,
    TimeLimitStarted limit,
    Standing standing,
    RowDue due,
    @Nullable RowDue firstDue,
    @Nullable LocalDate expired,
    @Nullable Correction correction,
    @Nullable LocalDate endedOn,
    TimeLimitEnded.@Nullable Reason ended,
    List<String> keys)
    implements WorkRow {
  /** What the ids of open duties begin with. */
  public static final String OPEN = "0|";

  /** What the ids of duties that were done or waived begin with. */
  public static final String DONE = "1|";

  /** What the ids of duties that nobody owes any more begin with. */
  public static final String GONE = "2|";

  /** Count of the open ones, by the limit's id. */
  public static final String LIMIT = "LIMIT";

  /**
   * What became of an expiry when a later notice moved the date.
   *
   * @param due the last day as it then was; null where the calendar no longer told it
   * @param expired whether it had passed all the same
   */
  public record Correction(@Nullable LocalDate due, boolean expired) {}

  @Override
  public List<String> counted() {
    var counted = new ArrayList<String>();
    for (var scope : WorkKeys.scopes(keys)) {
      counted.add(WorkCount.id(WorkList.DUTIES, scope, standing.name(), ""));
      if (standing == Standing.OPEN) {
        counted.add(WorkCount.id(WorkList.DUTIES, scope, LIMIT, limit.limit()));
      }
    }
    return counted;
  }
}
