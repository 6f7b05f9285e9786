package io.vientro.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.decision.Actor;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.DocumentQuery;
import io.vientro.query.answer.DocumentsAnswer;
import io.vientro.store.documents.DocumentTypes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The documents of a dossier. A file is streamed and checked as it goes: what is damaged is broken
 * off before its last byte, never handed out whole.
 */
@RestController
@RequestMapping("/api/v1/dossiers/{id}/documents")
@Tag(name = "Dossiers")
public class DocumentViews {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentViews.class);

  /** Read before a header is sent: small damage is told as a problem, not as a broken line. */
  private static final int BEGIN = 1 << 13;

  private final DocumentQuery documents;
  private final ReadPositions positions;
  private final LogModeHolder mode;

  DocumentViews(DocumentQuery documents, ReadPositions positions, LogModeHolder mode) {
    this.documents = documents;
    this.positions = positions;
    this.mode = mode;
  }

  @GetMapping
  @Operation(summary = "The documents attached to a dossier, in the order they came in")
  DocumentsAnswer documents(
      @PathVariable String id,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor) {
    var position = positions.of("dossier", atLeastPosition);
    return documents
        .list(id, actor, position, mode.mode())
        .orElseThrow(() -> DossierViews.unknown(id));
  }

  @GetMapping("/{document}")
  @Operation(
      summary = "The content of a document; 410 document-erased once its subject was erased",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file, as an attachment under a name of the server's making",
              content =
                  @Content(
                      mediaType = "application/octet-stream",
                      schema = @Schema(type = "string", format = "binary"))))
  void document(
      @PathVariable String id,
      @PathVariable String document,
      @Parameter(description = Parameters.AT_LEAST)
          @RequestParam(name = ReadPositions.PARAMETER, required = false)
          @Nullable Long atLeastPosition,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    positions.of("dossier", atLeastPosition);
    var attached =
        documents.attached(id, actor).orElseThrow(() -> DossierViews.unknown(id)).stream()
            .filter(it -> it.document().equals(document))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(ProblemTypes.UNKNOWN_DOCUMENT));
    try (var content = documents.open(attached)) {
      var begin = content.readNBytes(BEGIN);
      var tag = '"' + attached.sha256() + '"';
      if (new ServletWebRequest(request, response).checkNotModified(tag)) {
        return;
      }
      send(attached, begin, content, request, response);
    }
  }

  private static void send(
      DocumentAttached attached,
      byte[] begin,
      InputStream content,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var name = attached.document() + DocumentTypes.extension(attached.contentType());
    response.setContentType(attached.contentType());
    response.setContentLengthLong(attached.size());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // A file that breaks off shows by the end of its connection, so that nobody waits for the rest.
    response.setHeader("Connection", "close");
    if (!request.getMethod().equals("HEAD")) {
      try {
        response.getOutputStream().write(begin);
        content.transferTo(response.getOutputStream());
      } catch (IOException gone) {
        // The reader went away; the store's failures are no IOException. There is nobody to tell.
        LOG.debug("a download was broken off by its reader: {}", gone.toString());
      }
    }
  }
}
