package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.app.Law;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.AdjustmentRequested;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.Awaited;
import io.vientro.core.dossier.Checklist;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.Gap;
import io.vientro.core.dossier.PortalState;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.query.answer.DossierAnswer.ChecklistLine;
import io.vientro.query.answer.DossierAnswer.ClassificationAnswer;
import io.vientro.query.answer.DossierAnswer.DecidedQuestion;
import io.vientro.query.answer.DossierAnswer.GapAnswer;
import io.vientro.query.answer.DossierAnswer.PortalAnswer;
import io.vientro.query.answer.DossierAnswer.QuestionAnswer;
import io.vientro.query.answer.DossierAnswer.ScopeAnswer;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.view.DossierProjection;
import io.vientro.query.view.DossierView;
import io.vientro.store.AggregateHistory;
import io.vientro.store.Unsealer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one case. */
public final class DossierQuery {
  static final String RULE_PACK_OUT_OF_FORCE = "RULE_PACK_OUT_OF_FORCE";

  private final ViewStore store;
  private final DossierProjection projection;
  private final AggregateHistory history;
  private final Law law;
  private final Opening opening;

  /**
   * @param history reads with personal values left sealed: no rule looks at them
   */
  public DossierQuery(
      ViewStore store,
      DossierProjection projection,
      AggregateHistory history,
      Law law,
      Unsealer unsealer) {
    this.store = store;
    this.projection = projection;
    this.history = history;
    this.law = law;
    this.opening = new Opening(unsealer);
  }

  /** The case, sealed, if there is one that the actor may read. */
  public Optional<DossierView> view(String id, Actor actor) {
    return tree(id).map(this::view).filter(view -> mayRead(view, actor));
  }

  private Optional<ObjectNode> tree(String id) {
    var stored = store.collection(projection.collection()).find(Filters.eq("_id", id)).first();
    return Optional.ofNullable(stored).map(store::tree);
  }

  private DossierView view(ObjectNode tree) {
    return store.json().read(tree, DossierView.class);
  }

  private static boolean mayRead(DossierView view, Actor actor) {
    return ReadRights.dossiers(actor).includes(view.readers());
  }

  /**
   * The case with everything that follows from it today; empty if there is none that the actor may
   * read.
   */
  public Optional<DossierAnswer> answer(String id, Actor actor, long readModelPosition) {
    var found = tree(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var tree = found.get();
    var view = view(tree);
    return mayRead(view, actor)
        ? Optional.of(answer(view, tree, actor, readModelPosition))
        : Optional.empty();
  }

  private DossierAnswer answer(
      DossierView view, ObjectNode tree, Actor actor, long readModelPosition) {
    var sealed = view.state();
    var filing = sealed.filing();
    var context = law.context(actor, sealed.pin());
    var erased = open(tree.path("state"));
    var state = view(tree).state();
    var registry = context.registry();
    var checklist = Checklist.of(state, context.pack(), context.parameters(), context.today());
    return new DossierAnswer(
        view.id(),
        state.code(),
        Worded.of(state.status()),
        PortalAnswer.of(PortalState.of(state)),
        state.facts(),
        state.documents(),
        state.sets(),
        Worded.of(filing.channel()),
        AgencyAnswer.of(filing.filedWith(), registry),
        AgencyAnswer.of(state.inCharge(), registry),
        filing.applicant(),
        filing.submittedOn(),
        state.completeOn(),
        view.submittedAt(),
        state.lastStepOn(),
        view.recordedAt(),
        context.today(),
        TimeLimitQuery.pack(state.pin(), context.pack()),
        classification(state, context),
        checklist.lines().stream().map(line -> line(line, context.pack())).toList(),
        gaps(state, checklist, context.pack()),
        state.supplementRequests(),
        CustodyAnswer.of(state.custody(), registry),
        AppraisalAnswer.of(
            state.appraisal(), state.leadAgency(), appraisalQuestions(state, context), context),
        OutcomeAnswer.of(state.outcome(), context),
        LifeAnswer.of(state.life(), context),
        state.records().corrections().stream().map(LifeAnswer.Correction::of).toList(),
        Awaited.of(state).stream().map(a -> AwaitedAnswer.of(a, context)).toList(),
        state.limits().stream()
            .map(segment -> TimeLimitAnswer.of(segment, reading(context)))
            .toList(),
        Actions.of(view.id(), onRecord(view.id()), context),
        state.facts().assumed(),
        erased,
        view.sequence(),
        view.position(),
        readModelPosition,
        context.mode());
  }

  /**
   * Opens what the answer shows of a state, in place.
   *
   * @return paths, in the answer, of what was erased
   */
  private List<String> open(JsonNode state) {
    var shown = new LinkedHashMap<String, JsonNode>();
    shown.put("facts", state.path("aid"));
    shown.put("custody.pending", state.path("custody").path("pending"));
    var appraisal = state.path("appraisal");
    for (var i = 0; i < appraisal.path("opinions").size(); i++) {
      var opinion = appraisal.path("opinions").get(i);
      shown.put("appraisal.opinions[" + i + "].request", opinion.path("request").path("act"));
      shown.put("appraisal.opinions[" + i + "].answer", opinion.path("answer"));
    }
    shown.put("appraisal.meeting", appraisal.path("meeting"));
    shown.put("appraisal.conclusion", appraisal.path("conclusion"));
    var outcome = state.path("outcome");
    shown.put("outcome.submission", outcome.path("submission"));
    shown.put("outcome.decision", outcome.path(outcome.has("approval") ? "approval" : "refusal"));
    shown.put("life", state.path("life"));
    var corrections = state.path("records").path("corrections");
    for (var i = 0; i < corrections.size(); i++) {
      shown.put("corrections[" + i + "]", corrections.get(i));
    }
    var erased = opening.open(List.copyOf(shown.values())).iterator();
    var paths = new ArrayList<String>();
    shown.keySet().forEach(prefix -> erased.next().forEach(path -> paths.add(prefix + "." + path)));
    return List.copyOf(paths);
  }

  private static TimeLimitAnswer.Reading reading(DecisionContext context) {
    return new TimeLimitAnswer.Reading(
        context.pack(), context.registry(), context.calendar(), context.now());
  }

  /** The state as the log has it now, on which a command would be decided. */
  private DossierState onRecord(String id) {
    var state = DossierState.INITIAL;
    for (var recorded : history.history(id)) {
      state = Dossier.evolve(state, (DossierEvent) recorded.event());
    }
    return state;
  }

  private static @Nullable ClassificationAnswer classification(
      DossierState state, DecisionContext context) {
    var it = state.classification();
    if (it == null) {
      return null;
    }
    var registry = context.registry();
    return new ClassificationAnswer(
        it.questions().isEmpty()
            ? ClassificationAnswer.CLASSIFIED
            : ClassificationAnswer.NEEDS_HUMAN_DECISION,
        scope(it.scope(), context.pack()),
        it.approver(),
        AgencyAnswer.ofNullable(it.approverAgency(), registry),
        it.approverArticles(),
        it.receiver(),
        AgencyAnswer.ofNullable(it.receiverAgency(), registry),
        it.receiverArticle(),
        it.questions().stream().map(question -> question(question, context.pack())).toList(),
        state.answers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(answer -> new DecidedQuestion(answer.getKey(), answer.getValue()))
            .toList());
  }

  private static @Nullable ScopeAnswer scope(AidClassified.@Nullable OfScope it, RulePack pack) {
    return it == null
        ? null
        : new ScopeAnswer(
            Worded.of(it.outcome()), new LegalBasis(pack.act(), it.articles()), it.otherAct());
  }

  private static List<QuestionAnswer> appraisalQuestions(
      DossierState state, DecisionContext context) {
    var determined = state.appraisal().determined();
    return determined == null
        ? List.of()
        : determined.questions().stream()
            .map(question -> question(question, context.pack()))
            .toList();
  }

  static QuestionAnswer question(AidClassified.OpenQuestion question, RulePack pack) {
    return new QuestionAnswer(
        question.id(),
        text(question.id(), pack),
        question.articles(),
        question.proposes(),
        question.answers());
  }

  private static @Nullable Bilingual text(String question, RulePack pack) {
    return question.equals(AdjustmentRequested.AFTER_REPEAL)
        ? Texts.of("question." + question)
        : pack.question(question).map(RulePack.Question::text).orElse(null);
  }

  private static ChecklistLine line(Checklist.Line line, RulePack pack) {
    var basis = new LegalBasis(pack.act(), line.articles());
    return new ChecklistLine(
        line.requirement(),
        line.name(),
        Worded.of(line.standing()),
        Texts.why(line.standing(), basis),
        line.defects().stream().map(Worded::ofDefect).toList(),
        basis);
  }

  /** What the checklist lacks today, and what an officer found beyond it. */
  private static List<GapAnswer> gaps(DossierState state, Checklist checklist, RulePack pack) {
    return Stream.concat(checklist.gaps().stream(), state.findings().stream())
        .map(gap -> gap(gap, pack))
        .toList();
  }

  private static GapAnswer gap(Gap gap, RulePack pack) {
    return new GapAnswer(
        gap.requirement(),
        Worded.ofDefect(gap.defect()),
        gap.article() == null ? null : new LegalBasis(pack.act(), gap.article()),
        gap.text());
  }
}
