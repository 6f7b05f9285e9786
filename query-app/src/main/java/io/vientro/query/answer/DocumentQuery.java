package io.vientro.query.answer;

import io.vientro.core.decision.Actor;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.core.log.LogMode;
import io.vientro.query.answer.DocumentsAnswer.Line;
import io.vientro.store.SubjectKey;
import io.vientro.store.SubjectKeys;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.LogDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the documents of a dossier; whoever may read the dossier may read them. */
public final class DocumentQuery {
  private final DossierQuery dossiers;
  private final DocumentStore documents;
  private final SubjectKeys keys;

  public DocumentQuery(DossierQuery dossiers, DocumentStore documents, SubjectKeys keys) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.keys = keys;
  }

  /** What is attached to a dossier; empty if there is none that the actor may read. */
  public Optional<DocumentsAnswer> list(
      String dossier, Actor actor, long readModelPosition, LogMode mode) {
    return attached(dossier, actor)
        .map(all -> new DocumentsAnswer(dossier, lines(dossier, all), readModelPosition, mode));
  }

  /** The documents as recorded; empty if there is no dossier that the actor may read. */
  public Optional<List<DocumentAttached>> attached(String dossier, Actor actor) {
    return dossiers.view(dossier, actor).map(view -> view.state().records().attachments());
  }

  /**
   * The content of a document, checked as it is read.
   *
   * @throws io.vientro.store.documents.DocumentException erased or damaged
   */
  public InputStream open(DocumentAttached document) throws IOException {
    return documents.open(LogDocuments.reference(document));
  }

  private List<Line> lines(String dossier, List<DocumentAttached> all) {
    var ids =
        all.stream()
            .map(DocumentAttached::subjectKey)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var found = keys.find(ids);
    return all.stream()
        .map(
            it ->
                new Line(
                    it.document(),
                    Worded.of(it.kind()),
                    it.contentType(),
                    it.size(),
                    it.sha256(),
                    it.personal(),
                    it.subjectKey() != null
                        && found.get(it.subjectKey()) instanceof SubjectKey.Destroyed,
                    it.attachedOn(),
                    "/api/v1/dossiers/" + dossier + "/documents/" + it.document()))
        .toList();
  }
}
