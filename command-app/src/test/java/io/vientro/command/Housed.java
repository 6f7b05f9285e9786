package io.vientro.command;

import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack;
import io.vientro.core.value.Personal;
import io.vientro.http.json.JsonLimits;
import io.vientro.http.json.StrictJson;
import io.vientro.http.json.TextLimit;
import io.vientro.http.json.TextValue;
import io.vientro.rulepacks.AgencyRegistryLoader;
import io.vientro.rulepacks.BuiltInPack;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.RulePackLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the aggregates' fixtures need: the law of this build, commands out of the bodies that users
 * send, and who sends them.
 */
final class Housed {
  static final Actor OFFICER = new Actor("officer", Role.RECEPTION_OFFICER, CommandSide.AGENCY);
  static final Actor STRANGER =
      new Actor("stranger", Role.RECEPTION_OFFICER, CommandSide.OTHER_AGENCY);
  static final Actor AUDITOR = new Actor("auditor", Role.AUDITOR, CommandSide.AGENCY);
  static final Actor DECIDER = new Actor("decider", Role.DECISION_MAKER, CommandSide.AGENCY);
  static final Actor ADMINISTRATOR =
      new Actor("administrator", Role.ADMINISTRATOR, CommandSide.AGENCY);

  static final String CODE = "T01.001-250615-0001";

  static final String PACK = "nd80-2020";

  private static final BuiltInPack BUILT_IN = BuiltInPacks.load().latest(PACK).orElseThrow();
  private static final RulePack.Identified LAW = BUILT_IN.load();

  /** Number of a version that says the same as the last one of this build. */
  static final int NEXT_VERSION = BUILT_IN.version() + 1;

  private static final RulePack.Identified NEXT_LAW =
      RulePackLoader.identified(packText(NEXT_VERSION), PACK);
  private static final AgencyRegistry REGISTRY =
      AgencyRegistryLoader.merge(
          AgencyRegistryLoader.parse(BuiltInPacks.agenciesText()),
          AgencyRegistryLoader.parse(BuiltInPacks.trainingAgenciesText()));
  private static final StrictJson JSON =
      new StrictJson(
          JsonLimits.DEFAULT,
          List.of(new TextValue<>(Personal.class, Personal::of, Personal::value)),
          List.<TextLimit>of());

  /** The year in which the samples stand, without a day off but weekends. */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(
              new CalendarNotice(
                  2025, "1/TB-MAU", null, "Bộ luật mẫu", List.of(), List.of(), List.of())));

  private Housed() {}

  static <T> T command(JsonNode body, Class<T> type) {
    return JSON.bind(body.toString().getBytes(StandardCharsets.UTF_8), type);
  }

  /** The pack of this build, as another version. */
  static String packText(int version) {
    return BUILT_IN.text().replaceFirst("(?m)^version: \\d+$", "version: " + version);
  }

  /** As production gives it: who adopts a later version decides under it. */
  private static DecisionContext context(Actor actor, DossierCommand command) {
    return context(
        actor,
        command instanceof AdoptRulePackVersion adopt && adopt.version() == NEXT_VERSION
            ? NEXT_LAW
            : LAW);
  }

  static DecisionContext context(Actor actor) {
    return context(actor, LAW);
  }

  private static DecisionContext context(Actor actor, RulePack.Identified law) {
    return new DecisionContext(
        CommandSide.NOW,
        actor,
        LogMode.TRAINING,
        law,
        REGISTRY,
        AgencyParameters.NONE,
        CALENDAR,
        null);
  }

  /** The law as a fixture's resource. */
  static final class FixedLaw implements DecisionContexts {
    @Override
    public DecisionContext of(DossierState state, DossierCommand command, Actor actor) {
      return context(actor, command);
    }

    @Override
    public DecisionContext plain(Actor actor) {
      return context(actor);
    }

    @Override
    public DecisionContext forPack(Actor actor, String pack) {
      return context(actor);
    }
  }

  static Origin origin(Actor actor) {
    return origin(actor, null);
  }

  static Origin origin(Actor actor, @Nullable Long expectedSequence) {
    return new Origin(actor, "commit-1", "digest", false, expectedSequence);
  }

  /**
   * The events that core's decider answers a row of commands with, each on what the ones before
   * made.
   */
  static List<DossierEvent> history(Object... actorsAndCommands) {
    var all = new ArrayList<DossierEvent>();
    var state = DossierState.INITIAL;
    for (var i = 0; i < actorsAndCommands.length; i += 2) {
      for (var event :
          decided(state, (Actor) actorsAndCommands[i], (DossierCommand) actorsAndCommands[i + 1])) {
        all.add(event);
        state = Dossier.evolve(state, event);
      }
    }
    return all;
  }

  /** The events of steps of the road. */
  static List<DossierEvent> history(List<Road.Step> steps) {
    return history(
        steps.stream()
            .flatMap(step -> Stream.of(CommandSide.actor(step.account()), command(step)))
            .toArray());
  }

  /** What a step sends. */
  static DossierCommand command(Road.Step step) {
    return command(step.body(), DossierCommands.type(step.command()).orElseThrow());
  }

  static DossierState state(List<DossierEvent> history) {
    var state = DossierState.INITIAL;
    for (var event : history) {
      state = Dossier.evolve(state, event);
    }
    return state;
  }

  static List<DossierEvent> decided(DossierState state, Actor actor, DossierCommand command) {
    return events(Dossier.decide(state, command, context(actor, command).withDossierCode(CODE)));
  }

  static <E extends DomainEvent> List<E> events(Decision<E> decision) {
    return switch (decision) {
      case Decision.Accepted<E> accepted -> accepted.events();
      case Decision.Rejected<E> rejected -> throw new AssertionError(rejected.rejection());
    };
  }

  /** A refusal with this code. */
  static Matcher<Throwable> refusal(String code) {
    return new CustomTypeSafeMatcher<>("a refusal " + code) {
      @Override
      protected boolean matchesSafely(Throwable thrown) {
        return thrown instanceof RejectedException refused
            && refused.rejection().code().equals(code);
      }
    };
  }
}
