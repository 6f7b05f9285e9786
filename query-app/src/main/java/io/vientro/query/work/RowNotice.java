package io.vientro.query.work;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DueDateUncertain;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.core.dossier.Records;
import io.vientro.core.dossier.TimeLimitExpired;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitWarned;
import io.vientro.core.rules.DutyParty;
import io.vientro.store.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notice about a limit, to one addressee.
 *
 * @param id unique within the dossier
 * @param to in which part it is addressed
 * @param agency the addressee's agency or organisation, or null
 * @param basis why it is told
 * @param limit id of the limit that it is about
 * @param what kind of thing was raised
 * @param due last day of which it speaks; null where it speaks of none
 * @param year year without a notice of the calendar, of which it speaks; else null
 * @param raised position of the event that brought it
 * @param raisedAt when it was recorded, UTC
 * @param acknowledgedOn business date; null while it is unread
 */
public record RowNotice(
    String id,
    DutyParty to,
    @Nullable String agency,
    LegalBasis basis,
    String limit,
    int segment,
    RaiseTimeLimit.What what,
    @Nullable LocalDate due,
    @Nullable Integer year,
    long raised,
    Instant raisedAt,
    @Nullable LocalDate acknowledgedOn) {

  /**
   * The notices of a dossier after an event.
   *
   * @param records what the event brought to a state that had none
   */
  static List<RowNotice> after(List<RowNotice> before, Records records, RecordedEvent event) {
    return Stream.concat(
            before.stream().map(notice -> notice.acknowledged(records)),
            records.notices().stream().map(raised -> of(raised, event)))
        .toList();
  }

  private RowNotice acknowledged(Records records) {
    var on = records.acknowledged().get(id);
    return on == null
        ? this
        : new RowNotice(
            id, to, agency, basis, limit, segment, what, due, year, raised, raisedAt, on);
  }

  private static RowNotice of(Records.RaisedNotice it, RecordedEvent recorded) {
    var notice = it.notice();
    var event = (DossierEvent) recorded.event();
    return new RowNotice(
        notice.id(),
        notice.to(),
        notice.agency(),
        notice.basis(),
        it.limit(),
        it.segment(),
        it.what(),
        due(event),
        event instanceof DueDateUncertain uncertain ? uncertain.year() : null,
        recorded.position(),
        recorded.at(),
        null);
  }

  private static @Nullable LocalDate due(DossierEvent event) {
    return switch (event) {
      case TimeLimitWarned e -> e.due();
      case TimeLimitExpired e -> e.due();
      case TimeLimitExpiryCorrected e -> e.due();
      default -> null;
    };
  }
}
