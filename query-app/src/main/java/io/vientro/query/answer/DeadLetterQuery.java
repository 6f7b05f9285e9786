package io.vientro.query.answer;

import io.vientro.core.decision.Actor;
import io.vientro.core.log.LogMode;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.query.processor.DeadLetters;
import io.vientro.query.processor.DeadLetters.Waiting;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.rights.ReadRights;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.DossierProjection;
import io.vientro.query.view.DossierView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits because a view could not take it. */
public final class DeadLetterQuery {
  private static final int CHUNK = 100;

  private final DeadLetters letters;
  private final ViewStore store;
  private final DossierProjection dossiers;

  public DeadLetterQuery(DeadLetters letters, ViewStore store, DossierProjection dossiers) {
    this.letters = letters;
    this.store = store;
    this.dossiers = dossiers;
  }

  /**
   * One page, in the order of view and aggregate.
   *
   * @throws ProblemException 403 if the actor may see none of it, 400 for a cursor that is none
   */
  public DeadLettersAnswer list(Actor actor, int limit, @Nullable String cursor, LogMode mode) {
    var sight = ReadRights.deadLetters(actor);
    if (sight instanceof Sight.Nothing) {
      throw ProblemException.of(ProblemTypes.FORBIDDEN);
    }
    var question = "dead-letters";
    var after = Cursors.read(question, cursor);
    var found = new ArrayList<Waiting>();
    var more = true;
    while (more && found.size() <= limit) {
      var chunk = letters.next(after, CHUNK);
      found.addAll(seen(sight, chunk));
      more = chunk.size() == CHUNK;
      after = chunk.isEmpty() ? after : chunk.getLast().id();
    }
    var page = found.subList(0, Math.min(limit, found.size()));
    return new DeadLettersAnswer(
        page.stream().map(DeadLetterQuery::item).toList(),
        found.size() > limit ? Cursors.write(question, page.getLast().id()) : null,
        mode);
  }

  /** Whose readers are not known yet, since the dossier itself waits, is for those who see all. */
  private List<Waiting> seen(Sight sight, List<Waiting> all) {
    if (sight instanceof Sight.Everything) {
      return all;
    }
    var ids = all.stream().map(Waiting::aggregate).collect(Collectors.toSet());
    Set<String> readable =
        store
            .load(dossiers.collection(), dossiers.keyField(), ids, DossierView.class)
            .values()
            .stream()
            .filter(dossier -> sight.includes(dossier.readers()))
            .map(DossierView::id)
            .collect(Collectors.toSet());
    return all.stream().filter(it -> readable.contains(it.aggregate())).toList();
  }

  private static DeadLettersAnswer.Item item(Waiting it) {
    return new DeadLettersAnswer.Item(
        it.processor(),
        it.aggregate(),
        it.position(),
        it.letters(),
        it.since(),
        it.triedAt(),
        it.cause(),
        Texts.of("dead-letter"));
  }
}
