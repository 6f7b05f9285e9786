package io.vientro.query.view;

import io.vientro.core.act.Act;
import io.vientro.core.decision.Capacity;
import io.vientro.core.dossier.Adjustment;
import io.vientro.core.dossier.AdjustmentRequested;
import io.vientro.core.dossier.DossierTransferred;
import io.vientro.core.dossier.ImplementationEnded;
import io.vientro.core.dossier.ImplementationStarted;
import io.vientro.core.dossier.Life;
import io.vientro.core.dossier.RecordImplementationStart.Evidence;
import io.vientro.core.dossier.TransferDossier;
import io.vientro.query.view.DossierRow.Aid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the life of an aid after its approval has come: enough for core's evolve to go on from,
 * without papers, texts and names of persons.
 *
 * @param startedOn business date, or null
 * @param endedOn business date, or null
 * @param adjustments those that somebody still has to decide on
 * @param transfers moves to other agencies, in order
 */
public record LifeOutline(
    @Nullable LocalDate startedOn,
    @Nullable LocalDate endedOn,
    List<Asked> adjustments,
    List<Moved> transfers) {
  private static final Act LEFT_OUT = new Act(Capacity.ASSIGNED_DUTY, null, null);

  /**
   * An adjustment that is asked for.
   *
   * @param aid as the list would show it; null where it stays as it is
   */
  public record Asked(int number, LocalDate requestedOn, @Nullable Aid aid) {
    private static Asked of(Adjustment it) {
      var request = it.request();
      return new Asked(
          request.number(),
          request.requestedOn(),
          request.aid() == null ? null : Aid.of(request.aid()));
    }

    private Adjustment adjustment() {
      return new Adjustment(
          new AdjustmentRequested(
              number,
              requestedOn,
              Set.of(),
              aid == null ? null : aid.facts(),
              "",
              null,
              null,
              null,
              List.of(),
              LEFT_OUT),
          null,
          null,
          null);
    }
  }

  /** A move to another agency. */
  public record Moved(String from, String to, TransferDossier.Cause cause, LocalDate on) {
    private DossierTransferred event() {
      return new DossierTransferred(from, to, cause, "", "", on, LEFT_OUT);
    }
  }

  static LifeOutline of(Life life) {
    var start = life.start();
    var end = life.end();
    return new LifeOutline(
        start == null ? null : start.startedOn(),
        end == null ? null : end.endedOn(),
        life.adjustments().stream().filter(Adjustment::open).map(Asked::of).toList(),
        life.transfers().stream()
            .map(e -> new Moved(e.from(), e.to(), e.cause(), e.transferredOn()))
            .toList());
  }

  /** As much of a life. */
  Life life() {
    return new Life(
        startedOn == null
            ? null
            : new ImplementationStarted(startedOn, Evidence.OTHER, "", LEFT_OUT),
        List.of(),
        List.of(),
        adjustments.stream().map(Asked::adjustment).toList(),
        endedOn == null ? null : new ImplementationEnded(endedOn, "", LEFT_OUT),
        null,
        null,
        null,
        List.of(),
        transfers.stream().map(Moved::event).toList());
  }

  /** Agencies that had the case before. */
  List<String> former() {
    return transfers.stream().map(Moved::from).toList();
  }
}
