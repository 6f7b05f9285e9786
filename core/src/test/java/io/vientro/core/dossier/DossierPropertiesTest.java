package io.vientro.core.dossier;

import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.Identified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Whatever people send, and in whatever order: what must never happen. */
class DossierPropertiesTest {

  /** Versions of the sample law: reception only, the whole road, and life after the approval. */
  private static final List<RulePack> VERSIONS = List.of(Samples.PACK, RoadLaw.PACK, DutyLaw.PACK);

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void noSequenceOfCommandsBreaksTheDossier(
      @ForAll("filings") Filing filing, @ForAll("steps") List<Step> steps) {
    var walk = new Walk(filing);
    walk.send(Samples.APPLICANT, filing.command(), DAY);
    steps.forEach(walk::take);
    assertThat(DossierScenario.stateOf(walk.events)).as("derived again").isEqualTo(walk.state);
    walk.reached.add(Status.NONE);
    reaches(walk, EnumSet.complementOf(EnumSet.copyOf(LIVED)));
  }

  /** States that a case reaches from its approval on. */
  private static final List<Status> LIVED =
      List.of(
          Status.IMPLEMENTING,
          Status.ADJUSTING,
          Status.ENDED,
          Status.HANDED_OVER,
          Status.CLOSED,
          Status.REVOKED);

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void noSequenceOfCommandsBreaksAnApprovedCase(@ForAll("steps") List<Step> steps) {
    var walk = new Walk(new Filing(0, true, 3));
    LifeSamples.notified().events().forEach(walk::evolve);
    steps.forEach(walk::take);
    assertThat(DossierScenario.stateOf(walk.events)).as("derived again").isEqualTo(walk.state);
    reaches(walk, EnumSet.copyOf(LIVED));
  }

  private static void reaches(Walk walk, Set<Status> statuses) {
    walk.reached.forEach(Statistics::collect);
    Statistics.coverage(
        reached -> {
          for (var status : statuses) {
            reached.check(status).count(n -> n > 0);
          }
        });
  }

  /** How a dossier is filed: which aid, with all papers or none, under which version. */
  record Filing(int aid, boolean complete, int version) {
    private static final List<AidFacts> AIDS =
        List.of(
            Samples.aid(),
            Samples.aid(),
            Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT),
            Samples.aidAbout(SubjectTag.DEFENCE),
            RoadSamples.SECURITY,
            AidBuilder.of(Samples.aid())
                .managingAgencies(Samples.PROVINCE, Samples.OTHER_PROVINCE)
                .build());

    SubmitDossier command() {
      return Samples.submit(AIDS.get(aid), complete ? Samples.completePapers() : List.of());
    }
  }

  /** How a step is chosen. */
  enum Choice {
    /** The next step of the road that is accepted, if there is one. */
    ONWARD,
    /** A command that the gates let through, if there is one. */
    OPEN,
    /** Any command. */
    ANY
  }

  /**
   * One step of somebody.
   *
   * @param which of the commands there are
   * @param on business date, in days after the last step
   * @param today in days after the last step
   */
  record Step(Choice choice, int which, int on, int today) {}

  @Provide
  Arbitrary<Filing> filings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, Filing.AIDS.size() - 1),
            Arbitraries.of(true, true, true, false),
            Arbitraries.of(1, 2, 3, 3, 3))
        .as(Filing::new);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(14, Choice.ONWARD), Tuple.of(1, Choice.OPEN), Tuple.of(2, Choice.ANY)),
            Arbitraries.integers().between(0, 1_000),
            Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(1, -2)),
            Arbitraries.integers().between(-1, 6))
        .as(Step::new)
        .list()
        .ofMinSize(12)
        .ofMaxSize(45);
  }

  /** A command and who sends it. */
  private record Sent(Actor actor, DossierCommand command) {}

  private static final class Walk {
    private final List<DossierEvent> events = new ArrayList<>();
    private final Set<Status> reached = EnumSet.noneOf(Status.class);
    private final Filing filing;
    private DossierState state = DossierState.INITIAL;
    private int issued;

    Walk(Filing filing) {
      this.filing = filing;
    }

    void take(Step step) {
      var last = state.lastStepOn() == null ? DAY : state.lastStepOn();
      var today = last.plusDays(step.today());
      var on = last.plusDays(step.on());
      var sent =
          switch (step.choice()) {
            case ONWARD -> onward(on, step.which(), today);
            case OPEN -> open(commands(on).toList(), step.which(), today);
            case ANY -> null;
          };
      if (sent == null) {
        var all = commands(on).toList();
        sent = all.get(step.which() % all.size());
      }
      send(sent.actor(), sent.command(), today);
    }

    private @Nullable Sent onward(LocalDate on, int which, LocalDate today) {
      var onward =
          Stream.of(
              Samples.decide(on, "law-drafting", "HEAD_OF_MANAGING_AGENCY"),
              Samples.decide(on, "several-agencies", "HEAD_OF_MANAGING_AGENCY"),
              Samples.decide(on, "who-leads", "LOCAL_PLANNING"),
              Samples.accept(on),
              RoadSamples.ask(RoadLaw.FINANCE, on),
              RoadSamples.ask(RoadLaw.UNION, on),
              RoadSamples.conclude(on),
              RoadSamples.submit(on),
              which % 4 == 0 ? RoadSamples.refuse(on) : RoadSamples.approve(on),
              RoadSamples.inform(on, NoticeOwed.PROVIDER),
              RoadSamples.inform(on, RoadLaw.FINANCE),
              LifeSamples.start(on),
              LifeSamples.approveAdjustment(on),
              LifeSamples.end(on),
              LifeSamples.handOverResults(on),
              LifeSamples.report("clearance", null, on),
              LifeSamples.report("half-year-report", "2026-H1", on),
              new SubmitReport("annual-report", "2026", on, "Đủ", null, Samples.DUTY),
              LifeSamples.report("end-report", null, on),
              LifeSamples.close(on));
      // Now and then an agency answers, or a meeting is convened, before the road goes on.
      var meanwhile =
          switch (which % 5) {
            case 0, 1 -> Stream.of(RoadSamples.answer(RoadLaw.FINANCE, on));
            case 2 -> Stream.of(RoadSamples.convene(on, on.plusDays(1)));
            case 3 ->
                which % 2 == 0 ? Stream.of(LifeSamples.adjust(on)) : Stream.<DossierCommand>of();
            case 4 ->
                which % 3 == 0
                    ? Stream.of(LifeSamples.revoke(on, "Sample Budget Act 5"))
                    : Stream.<DossierCommand>of();
            default -> Stream.<DossierCommand>of();
          };
      return Stream.concat(meanwhile, onward)
          .map(Walk::sent)
          .filter(
              s ->
                  Dossier.decide(state, s.command(), context(s.actor(), s.command(), today))
                      instanceof Decision.Accepted<DossierEvent>)
          .findFirst()
          .orElse(null);
    }

    /** By whoever may send it; the managing agency's own report by its clerk. */
    private static Sent sent(DossierCommand command) {
      var managings =
          command instanceof SubmitReport report && report.report().equals("annual-report");
      return new Sent(
          managings ? RoadSamples.CLERK : Samples.senderOf(Dossier.name(command)), command);
    }

    private @Nullable Sent open(List<Sent> all, int first, LocalDate today) {
      return IntStream.range(first, first + all.size())
          .mapToObj(i -> all.get(i % all.size()))
          .filter(
              s ->
                  Dossier.admissible(
                          state, Dossier.name(s.command()), context(s.actor(), s.command(), today))
                      .isEmpty())
          .findFirst()
          .orElse(null);
    }

    /** The law that the dossier is bound to; for an adoption, the version that it names. */
    private DecisionContext context(Actor actor, DossierCommand command, LocalDate today) {
      var bound = state.pack() == null ? filing.version() : state.pack().version();
      var version = command instanceof AdoptRulePackVersion a ? a.version() : bound;
      var law = new Identified(VERSIONS.get(version - 1), "digest-" + version);
      return RoadSamples.parameter("signature-days", "4")
          .andThen(RoadSamples.parameter("check-days", "2"))
          .apply(RoadLaw.under(Samples.context(actor, today), law))
          .withDossierCode("code-" + issued);
    }

    void send(Actor actor, DossierCommand command, LocalDate today) {
      var context = context(actor, command, today);
      issued++;
      var admissible = Dossier.admissible(state, Dossier.name(command), context);
      switch (Dossier.decide(state, command, context)) {
        case Decision.Accepted<DossierEvent>(var accepted) -> {
          assertThat(admissible).as("a gate that refuses lets nothing pass").isEmpty();
          if (state.over()) {
            assertThat(command)
                .as("a case that is over takes further notices, corrections and papers only")
                .isInstanceOfAny(NotifyOutcome.class, CorrectRecord.class, AttachDocument.class);
          }
          accepted.forEach(this::evolve);
          settled();
        }
        case Decision.Rejected<DossierEvent>(var rejection) ->
            admissible.ifPresent(refusal -> assertThat(rejection).isEqualTo(refusal));
      }
    }

    private void evolve(DossierEvent event) {
      var next = Dossier.evolve(state, event);
      assertThat(Dossier.evolve(state, event)).as("evolved again").isEqualTo(next);
      if (state.code() != null) {
        assertThat(next.code()).as("a code once given stays").isEqualTo(state.code());
      }
      if (state.lastStepOn() != null) {
        assertThat(next.lastStepOn())
            .as("steps follow one another")
            .isAfterOrEqualTo(state.lastStepOn());
      }
      assertThat(startsOf(next).subList(0, state.limits().size()))
          .as("no segment is lost")
          .isEqualTo(startsOf(state));
      if (event instanceof AidApproved e) {
        assertThat(e.decidedBy()).isEqualTo(state.classification().approver());
      }
      state = next;
      events.add(event);
      reached.add(state.status());
    }

    /** What holds between two commands. */
    private void settled() {
      limitsAreSound(state);
      // What follows a notice, a version that does not say it does not know.
      if (state.status() != Status.NOTIFIED) {
        assertThat(Awaited.of(state).isEmpty())
            .as("a case waits for something until it is over")
            .isEqualTo(state.over());
      }
      assertThat(PortalState.of(state)).isNotNull();
      if (state.appraisal().conclusion() != null) {
        assertThat(state.completeOn()).isNotNull();
      }
      if (state.outcome().approval() != null) {
        assertThat(state.outcome().refusal()).as("decided once").isNull();
        assertThat(state.appraisal().conclusion().finding()).isEqualTo(AppraisalFinding.ELIGIBLE);
      }
    }

    /** One of each, and some that are wrong in one thing. */
    private Stream<Sent> commands(LocalDate on) {
      return Stream.of(
              Samples.requestSupplement(on, null),
              Samples.requestSupplement(on, "Công văn 1"),
              Samples.supplement(on, Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL)),
              Samples.supplement(on, Samples.completePapers().toArray(DossierDocument[]::new)),
              Samples.correct(on, Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT)),
              Samples.correct(on, Samples.aid()),
              Samples.decide(on, "law-drafting", "HEAD_OF_MANAGING_AGENCY"),
              Samples.decide(on, "law-drafting", "PRIME_MINISTER"),
              Samples.decide(on, "several-agencies", "HEAD_OF_MANAGING_AGENCY"),
              Samples.decide(on, "who-leads", "LOCAL_PLANNING"),
              Samples.accept(on),
              Samples.accept(on),
              Samples.refuse(on),
              Samples.withdraw(on),
              RoadSamples.assign(on),
              RoadSamples.handOverToLead(on),
              RoadSamples.acceptHandOver(on),
              RoadSamples.ask(RoadLaw.FINANCE, on),
              RoadSamples.ask(RoadLaw.UNION, on),
              RoadSamples.ask(RoadLaw.RELATED, on),
              RoadSamples.answer(RoadLaw.FINANCE, on),
              RoadSamples.convene(on, on.plusDays(1)),
              RoadSamples.conclude(on),
              RoadSamples.conclude(on),
              RoadSamples.conclude(on, AppraisalMethod.MEETING, AppraisalFinding.NOT_ELIGIBLE),
              RoadSamples.submit(on),
              RoadSamples.submit(on),
              RoadSamples.approve(on),
              RoadSamples.approve(on),
              RoadSamples.refuse(on),
              RoadSamples.informAll(on),
              RoadSamples.inform(on, NoticeOwed.PROVIDER),
              RoadSamples.inform(on, RoadLaw.RELATED),
              RoadSamples.stop(on),
              RoadSamples.adopt(2, on),
              RoadSamples.adopt(3, on),
              LifeSamples.reclassify(RoadSamples.SECURITY, on),
              LifeSamples.reclassify(Samples.aid(), on),
              LifeSamples.reclassify(Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT), on),
              LifeSamples.transfer(
                  Samples.OTHER_PROVINCE, TransferDossier.Cause.CHANGE_OF_COMPETENCE, on),
              LifeSamples.transfer(Samples.OTHER_PROVINCE, TransferDossier.Cause.SUCCESSION, on),
              LifeSamples.earlyReceipt(on),
              LifeSamples.start(on),
              LifeSamples.disburse(on),
              LifeSamples.report("clearance", null, on),
              LifeSamples.report("half-year-report", "2026-H1", on),
              LifeSamples.adjust(on),
              LifeSamples.adjust(on, RoadSamples.SECURITY),
              LifeSamples.approveAdjustment(on),
              LifeSamples.refuseAdjustment(on),
              LifeSamples.end(on),
              LifeSamples.handOverResults(on),
              LifeSamples.close(on),
              LifeSamples.revoke(on),
              LifeSamples.revoke(on, "Sample Budget Act 5"),
              LifeSamples.correct(CorrectRecord.Fact.TITLE, "Tên khác", on),
              LifeSamples.correct(CorrectRecord.Fact.COMPLETE_ON, on.minusDays(1).toString(), on),
              LifeSamples.correct(CorrectRecord.Fact.DECIDED_ON, on.minusDays(1).toString(), on),
              LifeSamples.correct(CorrectRecord.Fact.STARTED_ON, on.minusDays(1).toString(), on),
              LifeSamples.correct(CorrectRecord.Fact.ENDED_ON, on.minusDays(1).toString(), on),
              new WaiveDuty("clearance", null, "Lý do", "Sample Act 9", on, Samples.DUTY),
              LifeSamples.attach("tai-lieu", on),
              Samples.submitComplete())
          .flatMap(command -> Stream.concat(Stream.of(sent(command)), elsewhere(command)));
    }

    /** The same from another agency, which has the part in some cases. */
    private static Stream<Sent> elsewhere(DossierCommand command) {
      return switch (command) {
        case RequestAgencyOpinion c -> Stream.of(new Sent(Samples.APPRAISER, c));
        case ConcludeAppraisal c -> Stream.of(new Sent(Samples.APPRAISER, c));
        case SubmitForDecision c -> Stream.of(new Sent(Samples.APPRAISER, c));
        case ApproveAid c -> Stream.of(new Sent(RoadSamples.CLERK, c));
        case ApproveAdjustment c -> Stream.of(new Sent(RoadSamples.CLERK, c));
        case RecordAgencyOpinion c ->
            Stream.of(
                new Sent(
                    RoadSamples.LEAD_APPRAISER, RoadSamples.letter(RoadLaw.UNION, c.answeredOn())));
        default -> Stream.of();
      };
    }
  }

  /** Segments by what of them never changes; who owes one may be succeeded. */
  private static List<String> startsOf(DossierState state) {
    return state.limits().stream()
        .map(LimitSegment::started)
        .map(s -> s.limit() + " " + s.segment() + " " + s.from() + " " + s.period())
        .toList();
  }

  private static void limitsAreSound(DossierState state) {
    assertThat(state.limits())
        .allSatisfy(
            l ->
                assertThat(
                        l.running()
                            || l.started().period() != null
                            || !l.endedOn().isBefore(l.started().from()))
                    .isTrue());
    assertThat(state.runningLimits().map(l -> l.started().limit() + l.started().period()))
        .as("one running segment per limit and period")
        .doesNotHaveDuplicates();
    assertThat(state.limits().stream().map(l -> l.started().limit() + l.started().segment()))
        .as("a segment's number is its own")
        .doesNotHaveDuplicates();
    if (state.over()) {
      assertThat(state.runningLimits()).as("a case that ended owes nothing").isEmpty();
    }
    switch (state.status()) {
      case ACCEPTED, CONSULTING, APPRAISING, APPRAISAL_MEETING ->
          assertThat(state.runningLimits().map(l -> l.started().limit())).contains("appraisal");
      case APPRAISAL_CONCLUDED, APPROVED, REFUSED ->
          assertThat(state.runningLimits().map(l -> l.started().limit()))
              // The third version knows the other two no more: what ran when it was adopted goes
              // on.
              .doesNotContain(
                  state.pin().version() == 3
                      ? new String[] {"appraisal"}
                      : new String[] {"appraisal", "check", "signature"});
      default -> {}
    }
  }
}
