package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;

/**
 * The calendar does not tell the due date of a running limit, and from now on it may be near:
 * somebody must record the notice of the year.
 *
 * @param year the year without a notice
 */
public record DueDateUncertain(String limit, int segment, int year, List<DutyNotice> notices)
    implements LedgerEvent {
  public DueDateUncertain {
    notices = Copies.list(notices);
  }
}
