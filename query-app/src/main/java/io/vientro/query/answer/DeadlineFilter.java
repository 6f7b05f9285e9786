package io.vientro.query.answer;

import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.WorkKeys;
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
      urgency.range(today, "").forEach(conditions::and);
    }
    return conditions.list();
  }
}
