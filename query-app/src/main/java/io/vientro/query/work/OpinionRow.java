package io.vientro.query.work;

import io.vientro.core.dossier.OpinionStance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for an opinion. Those that wait come first, by their due date and without one last;
 * then those answered, the latest answer first; then those that nobody waits for any more.
 *
 * @param leadAgency that leads the appraisal
 * @param standing whether it is answered
 * @param due null if nothing says when
 * @param answeredOn business date of the answer, or null
 * @param stance what the answer comes to, or null
 * @param byLetter whether the lead appraiser recorded the agency's letter; null without an answer
 */
public record OpinionRow(
    String id,
    long position,
    RowDossier dossier,
    RowOpinion opinion,
    String leadAgency,
    Standing standing,
    @Nullable RowDue due,
    @Nullable LocalDate answeredOn,
    @Nullable OpinionStance stance,
    @Nullable Boolean byLetter,
    List<String> keys)
    implements WorkRow {

  /** How a request stands, in the order of the list. */
  public enum Standing {
    /** It is waited for. */
    OPEN,
    /** It is on record. */
    ANSWERED,
    /** It never came, and the case went on without it. */
    UNANSWERED;

    /** What the ids of such rows begin with. */
    public String place() {
      return ordinal() + "|";
    }

    /** Where the ids of such rows end. */
    public String end() {
      return ordinal() + "}";
    }
  }

  /** Count of all requests, by the agency that is asked. */
  public static final String ASKED = "ASKED";

  /** Count of those answered after their due date. */
  public static final String ANSWERED_LATE = "ANSWERED_LATE";

  /** Whether it was answered after its due date; null without both or in a gap of the calendar. */
  public @Nullable Boolean answeredLate() {
    return due == null || answeredOn == null ? null : due.passedBy(answeredOn);
  }

  @Override
  public List<String> counted() {
    var counted = new ArrayList<String>();
    for (var scope : WorkKeys.scopes(keys)) {
      counted.add(WorkCount.id(WorkList.OPINIONS, scope, ASKED, opinion.agency()));
      counted.add(WorkCount.id(WorkList.OPINIONS, scope, standing.name(), opinion.agency()));
      if (keys.contains(WorkKeys.ANSWERED_LATE)) {
        counted.add(WorkCount.id(WorkList.OPINIONS, scope, ANSWERED_LATE, opinion.agency()));
      }
    }
    return counted;
  }
}
