package io.vientro.command;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vientro.core.aid.DocumentKind;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.ETags;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes documents in: the one command whose body is a file. Its values are in the address, and none
 * of them is a name.
 */
@RestController
@RequestMapping("/api/v1/dossiers/{id}")
@Tag(name = "Dossier commands")
public class DocumentController {
  /** The address, for the filter that lets larger bodies through to it. */
  static final String PATH = "/api/v1/dossiers/{id}/attach-document";

  private static final String BINARY = "application/octet-stream";

  private final DocumentService documents;

  DocumentController(DocumentService documents) {
    this.documents = documents;
  }

  @PostMapping("/attach-document")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary =
          "Attaches a document (đính kèm tài liệu): the body is the file, its type is found from"
              + " its content",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = BINARY,
                      schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<CommandAnswer> attach(
      @PathVariable String id,
      @Parameter(description = "what paper it is") @RequestParam DocumentKind kind,
      @Parameter(description = "business date, yyyy-MM-dd") @RequestParam String attachedOn,
      @Parameter(
              description =
                  "whether it is about a person and is to be encrypted with a key that can be"
                      + " destroyed; passports and the like always are")
          @RequestParam(defaultValue = "false")
          boolean personal,
      HttpServletRequest request)
      throws IOException {
    requireBinary(request);
    var upload = new DocumentService.Upload(kind, date(attachedOn), personal);
    var answer = documents.attach(id, upload, request);
    return ResponseEntity.created(
            URI.create("/api/v1/dossiers/" + answer.id() + "/documents/" + answer.document()))
        .header(HttpHeaders.ETAG, ETags.of(answer.sequence()))
        .body(answer);
  }

  private static void requireBinary(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).strip().equals(BINARY)) {
      throw unsupported("Content-Type");
    }
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported(HttpHeaders.CONTENT_ENCODING);
    }
  }

  private static ProblemException unsupported(String header) {
    return ProblemException.of(ProblemTypes.UNSUPPORTED_MEDIA_TYPE)
        .withField(header)
        .withDetailKey("document-content-type");
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField("attachedOn");
    }
  }
}
