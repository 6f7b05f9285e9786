package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.decision.Actor;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.query.answer.DossierListAnswer.DecidedAnswer;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.DossierListProjection;
import io.vientro.query.view.DossierRow;
import io.vientro.query.view.DossierRow.Decided;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of dossiers a page at a time, newest submission first. */
public final class DossierListQuery {
  private final ViewStore store;
  private final Pages pages;
  private final Law law;
  private final Clock clock;

  public DossierListQuery(ViewStore store, DossierListProjection projection, Law law, Clock clock) {
    this(store, projection, law, clock, Pages.FEW);
  }

  /**
   * @param fewAtMost up to so many matches are sorted here
   */
  DossierListQuery(
      ViewStore store, DossierListProjection projection, Law law, Clock clock, int fewAtMost) {
    this.store = store;
    this.pages = new Pages(store, projection.collection(), fewAtMost);
    this.law = law;
    this.clock = clock;
  }

  /**
   * A page; empty for an actor who may read no dossier.
   *
   * @param cursor of the page before, or null for the first
   */
  public DossierListAnswer page(
      Actor actor,
      ListFilter filter,
      int limit,
      @Nullable String cursor,
      long readModelPosition,
      LogMode mode) {
    var question = "dossiers\n" + filter.fingerprint();
    var after = Cursors.read(question, cursor);
    var rows = rows(ReadRights.dossiers(actor), filter, after, limit + 1);
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    var next = rows.size() > limit ? Cursors.write(question, shown.getLast().id()) : null;
    var registry = law.registry();
    var calendar = law.calendar();
    var reading = new TimeLimitAnswer.Reading(null, registry, calendar, clock.instant());
    return new DossierListAnswer(
        shown.stream().map(row -> item(row, reading)).toList(), next, readModelPosition, mode);
  }

  private List<DossierRow> rows(Sight sight, ListFilter filter, @Nullable String after, int limit) {
    return sight instanceof Sight.Nothing
        ? List.of()
        : pages.next(filter.conditions(sight), after, limit).stream()
            .map(stored -> store.read(stored, DossierRow.class))
            .toList();
  }

  private static DossierListAnswer.Item item(DossierRow row, TimeLimitAnswer.Reading reading) {
    var registry = reading.registry();
    var aid = row.aid();
    var classification = row.classification();
    return new DossierListAnswer.Item(
        row.dossier(),
        row.code(),
        Worded.of(row.status()),
        aid.title(),
        aid.modality(),
        aid.provider(),
        aid.country(),
        aid.recipient(),
        AgencyAnswer.of(row.filed().filedWith(), registry),
        row.filed().applicant(),
        aid.managingAgencies().stream().map(id -> AgencyAnswer.of(id, registry)).toList(),
        aid.provinces(),
        row.filed().submittedOn(),
        row.completeOn(),
        row.submittedAt(),
        row.recordedAt(),
        classification == null ? null : classification.approver(),
        classification == null
            ? null
            : AgencyAnswer.ofNullable(classification.approverAgency(), registry),
        AgencyAnswer.of(row.parties().leadAgency(), registry),
        CustodyAnswer.officers(row.custody(), registry),
        decided(row.decided(), registry),
        needsHumanDecision(row),
        row.running().stream().map(segment -> TimeLimitAnswer.of(segment, reading)).toList(),
        row.sequence());
  }

  private static @Nullable DecidedAnswer decided(@Nullable Decided it, AgencyRegistry registry) {
    return it == null
        ? null
        : new DecidedAnswer(
            Worded.of(it.kind()), it.on(), it.by(), AgencyAnswer.ofNullable(it.agency(), registry));
  }

  private static boolean needsHumanDecision(DossierRow row) {
    var classification = row.classification();
    var determined = row.appraisal().determined();
    return classification != null && !classification.questions().isEmpty()
        || determined != null && !determined.questions().isEmpty();
  }
}
