package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.Zone;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.decision.Actor;
import io.vientro.core.dossier.Assessment;
import io.vientro.http.problem.ProblemException;
import java.time.Clock;
import java.util.Map;

/** Tells what the law says of an aid before anything is filed. */
public final class AssessmentQuery {
  private final Law law;
  private final Clock clock;

  public AssessmentQuery(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /**
   * As of today, under the pack that a dossier filed today would be bound to.
   *
   * @throws ProblemException as a submission with these facts would be refused
   */
  public AssessmentAnswer assess(AidFacts aid, Actor actor) {
    var context =
        switch (law.filing(actor, Zone.dateOf(clock.instant()))) {
          case Law.Filing.Bound(var bound) -> bound;
          case Law.Filing.Refused(var rejection) -> throw ProblemException.of(rejection);
        };
    Assessment.refusal(aid, context)
        .ifPresent(
            rejection -> {
              throw ProblemException.of(rejection);
            });
    return AssessmentAnswer.of(
        Assessment.of(
            aid,
            Map.of(),
            context.pack(),
            context.parameters(),
            context.registry(),
            context.today()),
        context);
  }
}
