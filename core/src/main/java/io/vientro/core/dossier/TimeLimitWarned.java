package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The due date of a running limit is near.
 *
 * @param due its last day, Asia/Ho_Chi_Minh
 * @param at its minute, for a limit in hours; else null
 * @param notices whom it is told
 */
public record TimeLimitWarned(
    String limit, int segment, LocalDate due, @Nullable Instant at, List<DutyNotice> notices)
    implements LedgerEvent {
  public TimeLimitWarned {
    notices = Copies.list(notices);
  }
}
