package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later notice of the calendar moved the due date of a limit whose expiry was raised. Both stay
 * readable.
 *
 * @param raised the last day with which the expiry was raised
 * @param due the last day as it now is; null where the calendar no longer tells it
 * @param expired whether it has passed all the same
 */
public record TimeLimitExpiryCorrected(
    String limit,
    int segment,
    LocalDate raised,
    @Nullable LocalDate due,
    boolean expired,
    List<DutyNotice> notices)
    implements LedgerEvent {
  public TimeLimitExpiryCorrected {
    notices = Copies.list(notices);
  }
}
