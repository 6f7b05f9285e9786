package io.vientro.query.answer;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vientro.app.Law;
import io.vientro.core.Zone;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.DossierListProjection;
import io.vientro.query.view.DossierRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of dossiers a page at a time, newest submission first.
 *
 * <p>The store finds by a secondary index but does not sort by it, so a page is got in one of two
 * ways and never by sorting a large match: where few lines match, their places are found without
 * order and sorted here; where many do, the next ones come soon enough when all lines are walked in
 * their order.
 */
public final class DossierListQuery {
  // Of 100,000 lines on the durable store: finding 500 places takes some 40 ms, and where more
  // match, a walk meets 50 of them sooner.
  private static final int FEW = 500;

  private static final String ID = "_id";
  private static final String ORDER = "_id_";

  private final ViewStore store;
  private final DossierListProjection projection;
  private final Law law;
  private final Clock clock;
  private final int fewAtMost;

  public DossierListQuery(ViewStore store, DossierListProjection projection, Law law, Clock clock) {
    this(store, projection, law, clock, FEW);
  }

  /**
   * @param fewAtMost up to so many matches are sorted here
   */
  DossierListQuery(
      ViewStore store, DossierListProjection projection, Law law, Clock clock, int fewAtMost) {
    this.store = store;
    this.projection = projection;
    this.law = law;
    this.clock = clock;
    this.fewAtMost = fewAtMost;
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
    var today = Zone.dateOf(clock.instant());
    return new DossierListAnswer(
        shown.stream().map(row -> item(row, registry, calendar, today)).toList(),
        next,
        readModelPosition,
        mode);
  }

  List<DossierRow> rows(Sight sight, ListFilter filter, @Nullable String after, int limit) {
    if (sight instanceof Sight.Nothing) {
      return List.of();
    }
    var conditions = new ArrayList<>(filter.conditions(sight));
    var narrow = !conditions.isEmpty();
    if (after != null) {
      conditions.add(Filters.gt(ID, after));
    }
    var all = conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    var few = narrow ? places(all) : null;
    return few == null ? walk(all, limit) : at(few, limit);
  }

  /** The places of all matches, sorted; null if there are more than a few. */
  private @Nullable List<String> places(Bson filter) {
    var places = new ArrayList<String>();
    var found = collection().find(filter).projection(Projections.include(ID)).limit(fewAtMost + 1);
    for (var document : found) {
      places.add(document.getString(ID));
    }
    places.sort(null);
    return places.size() > fewAtMost ? null : places;
  }

  private List<DossierRow> at(List<String> places, int limit) {
    var wanted = places.subList(0, Math.min(limit, places.size()));
    if (wanted.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<DossierRow>();
    collection().find(Filters.in(ID, wanted)).forEach(stored -> rows.add(row(stored)));
    rows.sort((a, b) -> a.id().compareTo(b.id()));
    return rows;
  }

  private List<DossierRow> walk(Bson filter, int limit) {
    var rows = new ArrayList<DossierRow>();
    walking(filter, limit).forEach(stored -> rows.add(row(stored)));
    return rows;
  }

  /** Without the hint the durable store finds by the keys and sorts what it found. */
  FindIterable<Document> walking(Bson filter, int limit) {
    return collection().find(filter).sort(Sorts.ascending(ID)).hintString(ORDER).limit(limit);
  }

  private DossierRow row(Document stored) {
    return store.read(stored, DossierRow.class);
  }

  private MongoCollection<Document> collection() {
    return store.collection(projection.collection());
  }

  private static DossierListAnswer.Item item(
      DossierRow row, AgencyRegistry registry, WorkingCalendar calendar, LocalDate today) {
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
        classification != null && !classification.questions().isEmpty(),
        row.running().stream()
            .map(segment -> TimeLimitAnswer.of(segment, null, calendar, today))
            .toList(),
        row.sequence());
  }
}
