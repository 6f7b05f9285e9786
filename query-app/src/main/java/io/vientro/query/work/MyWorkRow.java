package io.vientro.query.work;

import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.Awaited.What;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for somebody. What is due earliest comes first; what has no due date comes
 * after it, what waits longest first.
 *
 * @param what is waited for
 * @param command the command that does it
 * @param from from whom; its agency is known
 * @param since business date from which it is waited for
 * @param due null if nothing says when
 * @param limits limits that run against it
 * @param opinion the opinion that is waited for, or null if it is something else
 */
public record MyWorkRow(
    String id,
    long position,
    RowDossier dossier,
    What what,
    CommandName command,
    RowParty from,
    LocalDate since,
    @Nullable RowDue due,
    List<RowLimit> limits,
    @Nullable RowOpinion opinion,
    List<String> keys)
    implements WorkRow {

  @Override
  public List<String> counted() {
    return WorkKeys.beginning("m:", keys)
        .map(whose -> WorkCount.id(WorkList.MY_WORK, whose, "ALL", ""))
        .toList();
  }
}
