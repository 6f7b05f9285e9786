package io.vientro.query.answer;

import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.WorkKeys;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the list of pending approvals is narrowed down to; all of it must match.
 *
 * @param authority role that decides; null for any
 * @param agency whose head may decide; null for any
 * @param officer account of the officer at work; null for any
 * @param text words, or beginnings of words, of the dossier; null for any
 */
public record PendingApprovalFilter(
    @Nullable String authority,
    @Nullable String agency,
    @Nullable String officer,
    @Nullable String text) {

  List<Bson> conditions(Sight sight) {
    return Conditions.of(sight)
        .with(authority, WorkKeys::authority)
        .with(agency, ListKeys::agency)
        .with(officer, WorkKeys::officer)
        .words(text, ListKeys::word)
        .list();
  }
}
