package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The due date of a running limit passed and what it asks for was not done. An expiry is never
 * undone.
 *
 * @param due the last day that passed, Asia/Ho_Chi_Minh
 * @param at the minute that passed, for a limit in hours; else null
 * @param notices whom it is told
 */
public record TimeLimitExpired(
    String limit, int segment, LocalDate due, @Nullable Instant at, List<DutyNotice> notices)
    implements LedgerEvent {
  public TimeLimitExpired {
    notices = Copies.list(notices);
  }
}
