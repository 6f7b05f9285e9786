package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import io.vientro.query.work.OpinionRow.Standing;
import io.vientro.query.work.WorkKeys;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the list of opinions is narrowed down to; all of it must match.
 *
 * @param agency that is asked; null for any
 * @param leadAgency that leads the appraisal; null for any
 * @param state null for any
 * @param text words, or beginnings of words, of the dossier; null for any
 */
public record OpinionFilter(
    @Nullable String agency,
    @Nullable String leadAgency,
    @Nullable State state,
    @Nullable String text) {

  /** What may be asked for. */
  public enum State {
    /** Waited for. */
    OPEN,
    ANSWERED,
    /** Waited for and over its due date, or answered after it. */
    LATE,
    /** Never came, and the case went on. */
    UNANSWERED
  }

  List<Bson> conditions(Sight sight, LocalDate today) {
    var conditions =
        Conditions.of(sight)
            .with(agency, WorkKeys::asked)
            .with(leadAgency, WorkKeys::lead)
            .words(text, ListKeys::word);
    if (state != null) {
      range(state, today).forEach(conditions::and);
    }
    return conditions.list();
  }

  private static List<Bson> range(State state, LocalDate today) {
    return switch (state) {
      case OPEN -> all(Standing.OPEN);
      case ANSWERED -> all(Standing.ANSWERED);
      case UNANSWERED -> all(Standing.UNANSWERED);
      case LATE ->
          List.of(
              Filters.or(
                  Conditions.key(WorkKeys.ANSWERED_LATE),
                  Filters.and(
                      Filters.lt(Pages.ID, Standing.OPEN.place() + today),
                      Conditions.key(WorkKeys.DATED))));
    };
  }

  private static List<Bson> all(Standing standing) {
    return List.of(Filters.gte(Pages.ID, standing.place()), Filters.lt(Pages.ID, standing.end()));
  }
}
