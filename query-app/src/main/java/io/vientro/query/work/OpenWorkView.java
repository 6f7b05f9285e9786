package io.vientro.query.work;

import io.vientro.query.projection.Projector;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists of open work: what waits, deadlines, pending approvals, opinions, duties, notices; with
 * their counts.
 */
public final class OpenWorkView implements View {
  static final int VERSION = 2;

  /** Its name. */
  public static final String NAME = "open-work";

  /** One document per dossier; says which rows there are. */
  public static final String CASES = "open_work_v" + VERSION;

  /** How many rows there are of each kind. */
  public static final String COUNTS = "open_work_counts_v" + VERSION;

  /** Duties to record the notice of a year. */
  public static final String CALENDAR_DUTIES = "open_work_calendar_duties_v" + VERSION;

  /** The calendar that due dates follow from. */
  static final String CALENDARS = "open_work_calendars_v" + VERSION;

  @Override
  public String view() {
    return NAME;
  }

  @Override
  public int version() {
    return VERSION;
  }

  /** A count is made of many dossiers, and a notice of the calendar moves the rows of many. */
  @Override
  public boolean isPerAggregate() {
    return false;
  }

  @Override
  public List<String> collections() {
    return Stream.concat(
            Stream.of(CASES, CALENDARS, CALENDAR_DUTIES, COUNTS),
            Arrays.stream(WorkList.values()).map(WorkList::collection))
        .toList();
  }

  @Override
  public void index(ViewStore store, String suffix) {
    for (var list : WorkList.values()) {
      store.index(View.in(list.collection(), suffix), List.of(), List.of("keys"));
    }
  }

  @Override
  public Projector projector(ViewStore store, String suffix) {
    return new OpenWorkProjector(store, suffix);
  }
}
