package io.vientro.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code given(events).when(command).then(events | rejection)} for the dossier's decider. */
public final class DossierScenario {
  private final List<DossierEvent> events;
  private final Actor actor;
  private final LocalDate today;
  private final UnaryOperator<DecisionContext> change;

  private DossierScenario(
      List<DossierEvent> events,
      Actor actor,
      LocalDate today,
      UnaryOperator<DecisionContext> change) {
    this.events = List.copyOf(events);
    this.actor = actor;
    this.today = today;
    this.change = change;
  }

  /**
   * What happened before; nothing, if none is named. Today is the sample day, and the actor the
   * applicant.
   */
  public static DossierScenario given(DossierEvent... events) {
    return new DossierScenario(
        Arrays.asList(events), Samples.APPLICANT, Samples.DAY, UnaryOperator.identity());
  }

  public DossierScenario as(Actor who) {
    return new DossierScenario(events, who, today, change);
  }

  public DossierScenario on(LocalDate day) {
    return new DossierScenario(events, actor, day, change);
  }

  /** Changes what the decider may look at: the log's mode, the parameters, the pack. */
  public DossierScenario where(UnaryOperator<DecisionContext> more) {
    return new DossierScenario(events, actor, today, c -> more.apply(change.apply(c)));
  }

  /** A command that is accepted on the way to the one under test, sent by whoever may send it. */
  public DossierScenario after(DossierCommand command) {
    return after(Samples.senderOf(Dossier.name(command)), command);
  }

  /** As {@link #after(DossierCommand)}, sent by somebody in particular. */
  public DossierScenario after(Actor who, DossierCommand command) {
    var decided = as(who).when(command).events();
    var all = new ArrayList<>(events);
    all.addAll(decided);
    return new DossierScenario(all, actor, today, change);
  }

  /** What happened besides, whatever the rules say of it. */
  public DossierScenario and(DossierEvent event) {
    var all = new ArrayList<>(events);
    all.add(event);
    return new DossierScenario(all, actor, today, change);
  }

  /** The refusal that any command of this name would meet now. */
  public Optional<Rejection> admissible(CommandName command) {
    return Dossier.admissible(state(), command, context());
  }

  public DecisionContext context() {
    return change.apply(Samples.context(actor, today));
  }

  public DossierState state() {
    return stateOf(events);
  }

  public List<DossierEvent> events() {
    return events;
  }

  public Outcome when(DossierCommand command) {
    return new Outcome(state(), Dossier.decide(state(), command, context()));
  }

  static DossierState stateOf(List<DossierEvent> events) {
    var state = DossierState.INITIAL;
    for (var event : events) {
      state = Dossier.evolve(state, event);
    }
    return state;
  }

  /** What the decider answered. */
  public record Outcome(DossierState before, Decision<DossierEvent> decision) {

    public List<DossierEvent> events() {
      return switch (decision) {
        case Decision.Accepted<DossierEvent>(var accepted) -> accepted;
        case Decision.Rejected<DossierEvent>(var rejection) ->
            fail("expected events, but: " + rejection);
      };
    }

    public Outcome then(DossierEvent... expected) {
      assertThat(events()).containsExactly(expected);
      return this;
    }

    /** The events by type, in order. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome thenTypes(Class<? extends DossierEvent>... types) {
      assertThat(events()).extracting(e -> (Object) e.getClass()).containsExactly((Object[]) types);
      return this;
    }

    /** The one event of a type. */
    public <E extends DossierEvent> E the(Class<E> type) {
      var found = events().stream().filter(type::isInstance).map(type::cast).toList();
      assertThat(found).as("events of " + type.getSimpleName()).hasSize(1);
      return found.getFirst();
    }

    public DossierState state() {
      var state = before;
      for (var event : events()) {
        state = Dossier.evolve(state, event);
      }
      return state;
    }

    public RejectionAssert thenRejected(RejectionCode code) {
      return switch (decision) {
        case Decision.Accepted<DossierEvent>(var accepted) ->
            fail("expected " + code.code() + ", but: " + accepted);
        case Decision.Rejected<DossierEvent>(Rejection rejection) ->
            new RejectionAssert(rejection).is(code);
      };
    }
  }
}
