package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.Zone;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.RulePack;
import io.vientro.query.answer.DossierAnswer.RulePackAnswer;
import io.vientro.query.answer.ExplanationAnswers.Calendar;
import io.vientro.query.answer.ExplanationAnswers.Preview;
import io.vientro.query.answer.ExplanationAnswers.Step;
import io.vientro.query.answer.ExplanationAnswers.TimeLimitExplanation;
import io.vientro.query.answer.ExplanationAnswers.TimeLimits;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.view.DossierView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the limits of a dossier and why they end when they end. Who may is asked before. */
public final class TimeLimitQuery {
  private final Law law;
  private final Clock clock;

  public TimeLimitQuery(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** Whether a place is one that notices of the calendar may be about. */
  public boolean knowsPlace(String place) {
    return law.registry().knowsPlace(place);
  }

  /** Every segment of every limit. */
  public TimeLimits list(DossierView dossier, long readModelPosition, LogMode mode) {
    var state = dossier.state();
    var calendar = law.calendar();
    var reading = reading(state, calendar);
    return new TimeLimits(
        dossier.id(),
        state.code(),
        state.limits().stream().map(segment -> TimeLimitAnswer.of(segment, reading)).toList(),
        Zone.dateOf(clock.instant()),
        calendar.sha256(),
        readModelPosition,
        mode);
  }

  private TimeLimitAnswer.Reading reading(DossierState state, WorkingCalendar calendar) {
    return new TimeLimitAnswer.Reading(
        law.bound(state.pin()).pack(), law.registry(), calendar, clock.instant());
  }

  /**
   * Why a segment ends when it ends; empty if there is no such segment.
   *
   * @param number of the segment; null for the last one
   */
  public Optional<TimeLimitExplanation> explanation(
      DossierView dossier,
      String limit,
      @Nullable Integer number,
      long readModelPosition,
      LogMode mode) {
    return dossier.state().limits().stream()
        .filter(segment -> segment.started().limit().equals(limit))
        .filter(segment -> number == null || segment.started().segment() == number)
        .reduce((a, b) -> b)
        .map(segment -> explanation(dossier, segment, readModelPosition, mode));
  }

  private TimeLimitExplanation explanation(
      DossierView dossier, LimitSegment segment, long readModelPosition, LogMode mode) {
    var state = dossier.state();
    var calendar = law.calendar();
    var started = segment.started();
    var extension = segment.extension();
    var explained = calendar.in(started.jurisdiction()).explain(segment.count());
    var steps = new ArrayList<Step>(Steps.of(explained));
    if (extension != null) {
      steps.add(Steps.extended(extension));
    }
    var due = segment.due(calendar);
    var flat = Due.of(due);
    return new TimeLimitExplanation(
        dossier.id(),
        state.code(),
        state.facts().title(),
        TimeLimitAnswer.of(segment, reading(state, calendar)),
        cause(started.cause()),
        started.at(),
        started.used(),
        ExplanationAnswers.text(due),
        flat.outcome(),
        flat.missingYear(),
        flat.certainUntil(),
        flat.notBefore(),
        extension == null ? null : Due.of(explained.due()),
        List.copyOf(steps),
        Steps.articles(steps),
        pack(state.pin(), law.bound(state.pin()).pack()),
        calendar(calendar, started.jurisdiction()),
        readModelPosition,
        mode);
  }

  private static @Nullable Worded cause(String command) {
    return Arrays.stream(CommandName.values())
        .filter(name -> name.commandName().equals(command))
        .findFirst()
        .map(Worded::of)
        .orElse(null);
  }

  static RulePackAnswer pack(PackPin pin, RulePack pack) {
    return new RulePackAnswer(
        pin.id(),
        pin.version(),
        pin.sha256(),
        pack.act(),
        pack.title(),
        pin.outOfForce() ? List.of(DossierQuery.RULE_PACK_OUT_OF_FORCE) : List.of());
  }

  private static Calendar calendar(WorkingCalendar calendar, @Nullable String jurisdiction) {
    return new Calendar(WorkingCalendar.CIVIL_SERVICE, calendar.sha256(), jurisdiction);
  }

  /**
   * What a term would come to.
   *
   * @param from as it was asked, which is answered
   * @param count of a term that is bounded
   */
  public Preview preview(String from, Count count, @Nullable String jurisdiction, LogMode mode) {
    var calendar = law.calendar();
    var explained = calendar.in(jurisdiction).explain(count);
    var term = Objects.requireNonNull(count.term());
    var steps = Steps.of(explained);
    var flat = Due.of(explained.due());
    return new Preview(
        ExplanationAnswers.text(explained.due()),
        flat.outcome(),
        flat.missingYear(),
        flat.certainUntil(),
        flat.notBefore(),
        from,
        term.amount(),
        term.unit(),
        term.endRule(),
        steps,
        Steps.articles(steps),
        calendar(calendar, jurisdiction),
        mode);
  }
}
