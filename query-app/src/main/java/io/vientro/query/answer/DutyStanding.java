package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.query.work.DutyRow;
import io.vientro.query.work.WorkKeys;
import java.util.List;
import org.bson.conversions.Bson;

/** How a duty stands now, by the clock. */
public enum DutyStanding {
  /** It is owed, and its last day has not passed as far as anybody knows. */
  OPEN,
  /** It is owed, and its last day has passed. */
  OVERDUE,
  DONE_ON_TIME,
  DONE_LATE,
  /** It was waived, with reason and basis. */
  WAIVED,
  /** Nobody owes it any more: the case went back, moved, or ended. */
  NO_LONGER_OWED;

  static DutyStanding of(DutyRow row, Urgency.Today today) {
    return switch (row.standing()) {
      case OPEN -> Urgency.of(row.due().dueDate(), today) == Urgency.OVERDUE ? OVERDUE : OPEN;
      case DONE_ON_TIME -> DONE_ON_TIME;
      case DONE_LATE -> DONE_LATE;
      case WAIVED -> WAIVED;
      case NO_LONGER_OWED -> NO_LONGER_OWED;
    };
  }

  /** What the rows of this standing have in common. */
  List<Bson> conditions(Urgency.Today today) {
    return switch (this) {
      case OPEN ->
          List.of(
              key(Standing.OPEN),
              Filters.or(
                  Filters.gte(Pages.ID, DutyRow.OPEN + today.minute()),
                  Conditions.key(WorkKeys.IN_GAP)));
      case OVERDUE -> Urgency.OVERDUE.range(today, DutyRow.OPEN);
      case DONE_ON_TIME -> List.of(key(Standing.DONE_ON_TIME));
      case DONE_LATE -> List.of(key(Standing.DONE_LATE));
      case WAIVED -> List.of(key(Standing.WAIVED));
      case NO_LONGER_OWED -> List.of(key(Standing.NO_LONGER_OWED));
    };
  }

  private static Bson key(Standing standing) {
    return Conditions.key(WorkKeys.standing(standing));
  }
}
