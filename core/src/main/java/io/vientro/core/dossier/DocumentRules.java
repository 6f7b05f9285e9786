package io.vientro.core.dossier;

import io.vientro.core.aid.DossierDocument;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold of every paper handed in, whatever the checklist says of it. */
final class DocumentRules {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private DocumentRules() {}

  static Optional<Rejection> refusal(List<DossierDocument> documents, DecisionContext context) {
    for (var i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      var path = "documents[" + i + "].";
      if (document.copies() < 1) {
        return Optional.of(Rejection.of(RejectionCode.NUMBER_NOT_POSITIVE).at(path + "copies"));
      }
      if (!LANGUAGES.contains(document.language())) {
        return Optional.of(
            Rejection.of(RejectionCode.UNKNOWN_LANGUAGE)
                .at(path + "language")
                .with("language", document.language()));
      }
      if (document.issuedOn() != null) {
        var future = CommandRule.refusedIfFuture(path + "issuedOn", document.issuedOn(), context);
        if (future.isPresent()) {
          return future;
        }
      }
    }
    return Optional.empty();
  }
}
