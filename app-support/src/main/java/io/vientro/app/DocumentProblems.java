package io.vientro.app;

import io.vientro.http.problem.BadRequestException;
import io.vientro.http.problem.ExceptionMapping;
import io.vientro.http.problem.FieldError;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.store.documents.DocumentException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of a document that is not taken, or not given out. */
final class DocumentProblems implements ExceptionMapping {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentProblems.class);

  @Override
  public @Nullable ProblemException map(Throwable thrown) {
    return thrown instanceof DocumentException document ? map(document) : null;
  }

  private static ProblemException map(DocumentException thrown) {
    return switch (thrown.reason()) {
      case EMPTY -> new BadRequestException(FieldError.of("empty-body", null));
      case TOO_LARGE ->
          ProblemException.of(ProblemTypes.DOCUMENT_TOO_LARGE)
              .withDetailKey("document-too-large", String.valueOf(thrown.getMessage()));
      case TYPE_NOT_ALLOWED ->
          ProblemException.of(ProblemTypes.DOCUMENT_TYPE_NOT_ALLOWED)
              .withDetailKey("document-type-not-allowed", String.valueOf(thrown.getMessage()));
      case TOO_SLOW ->
          ProblemException.of(ProblemTypes.DOCUMENT_TOO_SLOW).withDetailKey("document-too-slow");
      case ERASED -> ProblemException.of(ProblemTypes.DOCUMENT_ERASED);
      case DAMAGED -> {
        // Its message names the document and nothing else; somebody has to look at it.
        LOG.error("a document is not as it was recorded: {}", thrown.getMessage());
        yield ProblemException.of(ProblemTypes.DOCUMENT_DAMAGED);
      }
    };
  }
}
