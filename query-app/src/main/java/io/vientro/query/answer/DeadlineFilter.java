package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.DeadlineRow;
import io.vientro.query.work.WorkKeys;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the list of deadlines is narrowed down to; all of it must match.
 *
 * @param urgency today; null for any
 * @param agency that is waited for; null for any
 * @param officer account of the officer at work there; null for any
 * @param limit id of the time limit; null for any, opinions included
 * @param text words, or beginnings of words, of the dossier; null for any
 */
public record DeadlineFilter(
    @Nullable Urgency urgency,
    @Nullable String agency,
    @Nullable String officer,
    @Nullable String limit,
    @Nullable String text) {

  List<Bson> conditions(Sight sight, Urgency.Today today) {
    var conditions =
        Conditions.of(sight)
            .with(agency, ListKeys::agency)
            .with(officer, WorkKeys::officer)
            .with(limit, WorkKeys::limit)
            .words(text, ListKeys::word);
    if (urgency != null) {
      range(urgency, today).forEach(conditions::and);
    }
    return conditions.list();
  }

  /** Places begin with the day that the list is ordered by, so an urgency is a range of them. */
  private static List<Bson> range(Urgency urgency, Urgency.Today today) {
    var dated = Conditions.key(WorkKeys.DATED);
    var inGap = Conditions.key(WorkKeys.IN_GAP);
    return switch (urgency) {
      case OVERDUE -> List.of(before(today.date()), dated);
      case DUE_TODAY -> List.of(from(today.date()), before(today.tomorrow()), dated);
      case DUE_SOON -> List.of(from(today.tomorrow()), before(today.later()), dated);
      case ON_TRACK ->
          List.of(
              from(today.tomorrow()),
              Filters.lt(Pages.ID, DeadlineRow.STOPPED),
              Filters.or(from(today.later()), inGap));
      case DUE_UNCERTAIN -> List.of(before(today.tomorrow()), inGap);
      case STOPPED -> List.of(Filters.gte(Pages.ID, DeadlineRow.STOPPED));
    };
  }

  private static Bson from(LocalDate day) {
    return Filters.gte(Pages.ID, day.toString());
  }

  private static Bson before(LocalDate day) {
    return Filters.lt(Pages.ID, day.toString());
  }
}
