package io.vientro.query.answer;

import io.vientro.core.rules.DutyParty;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.DutyRow;
import io.vientro.query.work.WorkKeys;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the list of duties is narrowed down to; all of it must match.
 *
 * @param agency that owes it; null for any
 * @param debtor part in which it is owed; null for any
 * @param standing now; null for any
 * @param urgency now, of those that are owed; null for any
 * @param limit id of the time limit; null for any
 * @param text words, or beginnings of words, of the dossier; null for any
 */
public record DutyFilter(
    @Nullable String agency,
    @Nullable DutyParty debtor,
    @Nullable DutyStanding standing,
    @Nullable Urgency urgency,
    @Nullable String limit,
    @Nullable String text) {
  /** All of them. */
  public static final DutyFilter ANY = new DutyFilter(null, null, null, null, null, null);

  List<Bson> conditions(Sight sight, Urgency.Today today) {
    var conditions =
        Conditions.of(sight)
            .with(agency, ListKeys::agency)
            .with(debtor, WorkKeys::party)
            .with(limit, WorkKeys::limit)
            .words(text, ListKeys::word);
    if (standing != null) {
      standing.conditions(today).forEach(conditions::and);
    }
    if (urgency != null) {
      urgency.range(today, DutyRow.OPEN).forEach(conditions::and);
    }
    return conditions.list();
  }
}
