package io.vientro.query.view;

import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.Participants;
import io.vientro.query.projection.Projection;
import io.vientro.query.view.DossierRow.Aid;
import io.vientro.query.view.DossierRow.Decided;
import io.vientro.query.view.DossierRow.Filed;
import io.vientro.store.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line per dossier, in the order of the list by its {@code _id}. */
public final class DossierListProjection implements Projection<DossierRow> {

  @Override
  public String view() {
    return "dossier-list";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public Class<DossierRow> documentType() {
    return DossierRow.class;
  }

  @Override
  public String keyField() {
    return "dossier";
  }

  @Override
  public List<String> searchedFields() {
    return List.of("keys");
  }

  @Override
  public @Nullable String key(RecordedEvent event) {
    return event.event() instanceof DossierEvent ? event.aggregate() : null;
  }

  @Override
  public DossierRow fold(@Nullable DossierRow row, RecordedEvent recorded) {
    var event = (DossierEvent) recorded.event();
    if (event instanceof DossierSubmitted submitted) {
      var state = Dossier.evolve(DossierState.INITIAL, submitted);
      return row(
          DossierRow.place(recorded.position(), recorded.aggregate()),
          new Filed(submitted.submittedOn(), submitted.filedWith(), submitted.applicant()),
          Aid.of(submitted.aid()),
          recorded.at(),
          state,
          null,
          recorded);
    }
    if (row == null) {
      throw new IllegalStateException("an event of a dossier that was never filed");
    }
    var state = Dossier.evolve(skeleton(row), event);
    var decided = Decided.of(state.outcome());
    return row(
        row.id(),
        row.filed(),
        Aid.of(state.facts()),
        row.submittedAt(),
        state,
        decided == null ? row.decided() : decided,
        recorded);
  }

  private static DossierRow row(
      String id,
      Filed filed,
      Aid aid,
      Instant submittedAt,
      DossierState state,
      @Nullable Decided decided,
      RecordedEvent recorded) {
    var opinions = state.appraisal().opinions();
    var receiver = state.inCharge();
    var life = LifeOutline.of(state.life());
    var agencies =
        Readers.agencies(
            new Participants(
                receiver,
                aid.managingAgencies(),
                state.classification(),
                state.appraisal().determined()),
            state.custody(),
            opinions.stream().map(o -> o.request().agency()).toList(),
            life.former());
    return new DossierRow(
        id,
        recorded.position(),
        recorded.aggregate(),
        recorded.sequence(),
        state.status(),
        state.code(),
        filed,
        aid,
        state.classification(),
        state.completeOn(),
        submittedAt,
        recorded.at(),
        receiver,
        life,
        state.runningLimits().map(Outline::of).toList(),
        Outline.of(state.custody()),
        Outline.of(state.appraisal()),
        Outline.of(state.outcome()),
        decided,
        ListKeys.of(state.status(), state.code(), filed.applicant(), agencies, aid));
  }

  /** As much of the state as the line shows, so that core's evolve does the rest. */
  private static DossierState skeleton(DossierRow row) {
    return DossierState.INITIAL
        .change()
        .status(row.status())
        .classification(row.classification())
        .code(row.code())
        .completeOn(row.completeOn())
        .receiver(row.receiver())
        .life(row.life().life())
        .aid(row.aid().facts())
        .limits(row.running())
        .custody(row.custody())
        .appraisal(row.appraisal())
        .outcome(row.outcome())
        .build();
  }
}
