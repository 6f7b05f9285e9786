package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.app.Law;
import io.vientro.core.act.ActDocument;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.query.answer.StepBasis.DossierLaw;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.AuditHistoryProjection;
import io.vientro.query.view.AuditStep;
import io.vientro.store.Unsealer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the history of one aggregate, a page at a time. Who may is asked before. */
public final class AuditHistoryQuery {
  private static final int CHUNK = 100;

  private final ViewStore store;
  private final AuditHistoryProjection projection;
  private final Law law;
  private final Opening opening;

  public AuditHistoryQuery(
      ViewStore store, AuditHistoryProjection projection, Law law, Unsealer unsealer) {
    this.store = store;
    this.projection = projection;
    this.law = law;
    this.opening = new Opening(unsealer);
  }

  /**
   * Steps of an aggregate from a sequence on, sealed, at most so many. Sequences have no gaps, so
   * the ids are known, and every store looks them up one by one.
   */
  public List<AuditStep> steps(String aggregate, long fromSequence, int limit) {
    var ids =
        LongStream.range(fromSequence, fromSequence + limit)
            .mapToObj(sequence -> AuditStep.id(aggregate, sequence))
            .toList();
    var steps = new ArrayList<AuditStep>();
    store
        .collection(projection.collection())
        .find(Filters.in("_id", ids))
        .forEach(stored -> steps.add(store.read(stored, AuditStep.class)));
    steps.sort(Comparator.comparingLong(AuditStep::sequence));
    return steps;
  }

  /** All steps of an aggregate that has few. */
  public List<AuditStep> all(String aggregate) {
    var steps = new ArrayList<AuditStep>();
    while (true) {
      var more = steps(aggregate, steps.size(), CHUNK);
      steps.addAll(more);
      if (more.size() < CHUNK) {
        return steps;
      }
    }
  }

  /**
   * A page.
   *
   * @param dossier the dossier as it is now; null for what is no dossier
   * @param cursor of the page before, or null for the first
   */
  public AuditHistoryAnswer page(
      String aggregate,
      @Nullable DossierState dossier,
      int limit,
      @Nullable String cursor,
      long readModelPosition,
      LogMode mode) {
    var question = "audit-history\n" + aggregate;
    var place = Cursors.read(question, cursor);
    var from = place == null ? 0 : Long.parseLong(place) + 1;
    var found = steps(aggregate, from, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit
            ? Cursors.write(question, Long.toString(shown.getLast().sequence()))
            : null;
    var bound = dossier == null ? null : new DossierLaw(law.bound(dossier.pin()).pack(), dossier);
    return new AuditHistoryAnswer(aggregate, answers(shown, bound), next, readModelPosition, mode);
  }

  private List<AuditHistoryAnswer.Step> answers(List<AuditStep> steps, @Nullable DossierLaw bound) {
    var erased = opening.open(steps.stream().map(AuditStep::content).toList());
    var registry = law.registry();
    var answers = new ArrayList<AuditHistoryAnswer.Step>();
    for (var i = 0; i < steps.size(); i++) {
      answers.add(answer(steps.get(i), erased.get(i), bound, registry));
    }
    return answers;
  }

  private AuditHistoryAnswer.Step answer(
      AuditStep step, List<String> erased, @Nullable DossierLaw bound, AgencyRegistry registry) {
    var change = step.content().deepCopy();
    var how = change.remove("act");
    var who = step.metadata();
    return new AuditHistoryAnswer.Step(
        step.sequence(),
        step.position(),
        step.type(),
        step.revision(),
        step.at(),
        who.effectiveOn(),
        who.account(),
        Worded.of(who.role()),
        AgencyAnswer.of(who.agency(), registry),
        Worded.of(who.capacity()),
        how == null ? null : how.path("onBehalfOf").asString(null),
        how == null ? null : document(how.path("document")),
        who.command(),
        plain(change),
        StepBasis.of(step.type(), change, bound),
        erased,
        step.commitId(),
        step.eventId());
  }

  private @Nullable ActDocument document(JsonNode node) {
    return node.isObject() ? store.json().read(node, ActDocument.class) : null;
  }

  private static Map<String, Object> plain(ObjectNode tree) {
    var plain = new LinkedHashMap<String, Object>();
    // Trees are written as they are; the type of the answer stays free of the library's.
    BiFunction<String, JsonNode, Object> put = plain::put;
    tree.forEachEntry(put::apply);
    return plain;
  }
}
