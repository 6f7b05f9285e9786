package io.vientro.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Decision;
import io.vientro.core.rules.AgencyRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever people send, and in whatever order: what must never happen. */
class DossierPropertiesTest {

  @Property
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void noSequenceOfCommandsBreaksTheDossier(@ForAll("commands") List<Sent> commands) {
    var events = new ArrayList<DossierEvent>();
    var state = DossierState.INITIAL;
    var issued = 0;
    for (var sent : commands) {
      var context =
          Samples.context(Samples.senderOf(Dossier.name(sent.command())), sent.today())
              .withDossierCode("code-" + issued++);
      var admissible = Dossier.admissible(state, Dossier.name(sent.command()), context);
      switch (Dossier.decide(state, sent.command(), context)) {
        case Decision.Accepted<DossierEvent>(var accepted) -> {
          assertThat(admissible).as("a gate that refuses lets nothing pass").isEmpty();
          for (var event : accepted) {
            var next = Dossier.evolve(state, event);
            if (state.code() != null) {
              assertThat(next.code()).as("a code once given stays").isEqualTo(state.code());
            }
            assertThat(startsOf(next).subList(0, state.limits().size()))
                .as("no segment is lost")
                .isEqualTo(startsOf(state));
            state = next;
          }
          events.addAll(accepted);
        }
        case Decision.Rejected<DossierEvent>(var rejection) ->
            admissible.ifPresent(refusal -> assertThat(rejection).isEqualTo(refusal));
      }
      limitsAreSound(state);
    }
    assertThat(DossierScenario.stateOf(events)).as("derived again").isEqualTo(state);
    Statistics.collect(state.status());
    Statistics.coverage(
        reached -> {
          for (var status : Status.values()) {
            reached.check(status).count(n -> n > 0);
          }
        });
  }

  private static List<TimeLimitStarted> startsOf(DossierState state) {
    return state.limits().stream().map(LimitSegment::started).toList();
  }

  private static void limitsAreSound(DossierState state) {
    assertThat(state.limits())
        .allSatisfy(
            l -> assertThat(l.running() || !l.endedOn().isBefore(l.started().from())).isTrue());
    assertThat(state.runningLimits().map(l -> l.started().limit()))
        .as("one running segment per limit")
        .doesNotHaveDuplicates();
    if (state.status() == Status.WITHDRAWN || state.status() == Status.RECEPTION_REFUSED) {
      assertThat(state.runningLimits()).as("a case that ended owes nothing").isEmpty();
    }
    if (state.status() == Status.ACCEPTED) {
      assertThat(state.runningLimits().map(l -> l.started().limit())).contains("appraisal");
      assertThat(state.openQuestions()).isEmpty();
    }
  }

  /** A command, and the day on which it is sent. */
  record Sent(DossierCommand command, LocalDate today) {}

  @Provide
  Arbitrary<List<Sent>> commands() {
    var dates = Arbitraries.integers().between(-1, 40).map(Samples.DAY::plusDays);
    var one =
        Combinators.combine(Arbitraries.integers().between(0, 12), dates, dates)
            .as((which, on, today) -> new Sent(command(which, on), today));
    return Combinators.combine(first(), one.list().ofMinSize(1).ofMaxSize(12))
        .as((first, more) -> Stream.concat(Stream.of(first), more.stream()).toList());
  }

  /** Nothing much happens to a dossier that is never filed, so most sequences file one. */
  private static Arbitrary<Sent> first() {
    return Arbitraries.integers()
        .between(0, 4)
        .map(n -> new Sent(command(n, Samples.DAY), Samples.DAY));
  }

  private static DossierCommand command(int which, LocalDate on) {
    return switch (which) {
      case 0 -> Samples.submitComplete();
      case 1 -> Samples.submitIncomplete();
      case 2 ->
          Samples.submit(
              Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT), Samples.completePapers());
      case 3 -> Samples.requestSupplement(on, null);
      case 4 -> Samples.requestSupplement(on, "Công văn 1");
      case 5 -> Samples.supplement(on, Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL));
      case 6 -> Samples.supplement(on, Samples.completePapers().toArray(DossierDocument[]::new));
      case 7 -> Samples.correct(on, Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT));
      case 8 -> Samples.correct(on, Samples.aid());
      case 9 -> Samples.decide(on, "law-drafting", AgencyRegistry.HEAD_OF_MANAGING_AGENCY);
      case 10 -> Samples.refuse(on);
      case 11 -> Samples.withdraw(on);
      default -> Samples.accept(on);
    };
  }
}
