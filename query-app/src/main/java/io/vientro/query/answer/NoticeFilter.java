package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.NoticeRow;
import io.vientro.query.work.WorkKeys;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the list of notices is narrowed down to; all of it must match.
 *
 * @param acknowledged whether it was acknowledged; null for either
 * @param limit id of the time limit that it is about; null for any
 * @param text words, or beginnings of words, of the dossier; null for any
 */
public record NoticeFilter(
    @Nullable Boolean acknowledged, @Nullable String limit, @Nullable String text) {

  List<Bson> conditions(Sight sight) {
    var conditions = Conditions.of(sight).with(limit, WorkKeys::limit).words(text, ListKeys::word);
    if (acknowledged != null) {
      conditions.and(
          acknowledged
              ? Filters.gte(Pages.ID, NoticeRow.READ)
              : Filters.lt(Pages.ID, NoticeRow.READ));
    }
    return conditions.list();
  }
}
