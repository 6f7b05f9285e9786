package io.vientro.query.work;

import io.vientro.core.dossier.Awaited.What;
import io.vientro.core.dossier.TimeLimitStarted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A running time limit, an opinion that is due, or a stopped limit. The earliest due comes first,
 * stopped limits come last.
 *
 * @param what is waited for; null where the case itself waits for nothing, as for a report
 * @param from from whom; several where any of them may do it
 * @param limit the time limit; null for an opinion
 * @param opinion the opinion; null for a time limit
 * @param due null for a stopped limit
 * @param extended whether its end was moved, so that no notice moves it
 * @param stoppedOn business date on which it was stopped; null while it runs
 */
public record DeadlineRow(
    String id,
    long position,
    RowDossier dossier,
    @Nullable What what,
    List<RowParty> from,
    @Nullable TimeLimitStarted limit,
    @Nullable RowOpinion opinion,
    @Nullable RowDue due,
    boolean extended,
    @Nullable LocalDate stoppedOn,
    List<String> keys)
    implements WorkRow {
  /** All that the scope may read. */
  public static final String ALL = "ALL";

  /** By the agency that is waited for. */
  public static final String AGENCY = "AGENCY";

  /** What the ids of stopped limits begin with: after every date. */
  public static final String STOPPED = "stopped";

  @Override
  public List<String> counted() {
    var counted = new ArrayList<String>();
    for (var scope : WorkKeys.scopes(keys)) {
      counted.add(WorkCount.id(WorkList.DEADLINES, scope, ALL, ""));
      from.stream()
          .map(RowParty::agency)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(agency -> counted.add(WorkCount.id(WorkList.DEADLINES, scope, AGENCY, agency)));
    }
    return counted;
  }
}
