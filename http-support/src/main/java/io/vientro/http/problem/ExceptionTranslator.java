package io.vientro.http.problem;

import io.vientro.http.response.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Gives every exception its problem. What nobody expected is an internal error: logged with its
 * trace, told without it.
 */
public final class ExceptionTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(ExceptionTranslator.class);

  private final List<ExceptionMapping> mappings;

  public ExceptionTranslator(List<ExceptionMapping> mappings) {
    this.mappings = List.copyOf(mappings);
  }

  public ProblemException translate(Throwable thrown, HttpServletRequest request) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      var known = known(cause);
      if (known != null) {
        return known;
      }
    }
    var id = RequestIds.of(request, request.getHeader(RequestIds.HEADER));
    // The path is left out of the log: it may carry an id that belongs to a person's dossier.
    LOG.error("request {} failed", id, thrown);
    return ProblemException.of(ProblemTypes.INTERNAL_ERROR).withDetailKey("internal-error", id);
  }

  private @Nullable ProblemException known(Throwable thrown) {
    for (var mapping : mappings) {
      var mapped = mapping.map(thrown);
      if (mapped != null) {
        return mapped;
      }
    }
    return switch (thrown) {
      case ProblemException problem -> problem;
      case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
      case HttpMediaTypeNotSupportedException media -> unsupported(media);
      case HttpMediaTypeNotAcceptableException unused ->
          ProblemException.of(ProblemTypes.NOT_ACCEPTABLE);
      case MissingServletRequestParameterException missing ->
          ProblemException.of(ProblemTypes.MISSING_PARAMETER).withField(missing.getParameterName());
      case MissingRequestHeaderException missing ->
          ProblemException.of(ProblemTypes.INVALID_HEADER).withField(missing.getHeaderName());
      case MethodArgumentTypeMismatchException mismatch ->
          ProblemException.of(ProblemTypes.INVALID_PARAMETER).withField(mismatch.getName());
      case TypeMismatchException mismatch -> invalidParameter(mismatch.getPropertyName());
      case InvalidParameterException unused -> ProblemException.of(ProblemTypes.INVALID_PARAMETER);
      case HttpMessageNotReadableException unreadable when unreadable.getCause() == null ->
          new BadRequestException(FieldError.of("empty-body", null));
      // The body broke off, or its chunks are malformed: the client's side of the connection.
      case HttpMessageNotReadableException unreadable
          when unreadable.getCause() instanceof IOException ->
          ProblemException.of(ProblemTypes.MALFORMED_REQUEST);
      case org.apache.coyote.BadRequestException unused ->
          ProblemException.of(ProblemTypes.MALFORMED_REQUEST);
      case RequestRejectedException unused -> ProblemException.of(ProblemTypes.MALFORMED_REQUEST);
      case ErrorResponse response when response.getStatusCode().value() < 500 ->
          ProblemException.of(ProblemType.ofStatus(response.getStatusCode().value()));
      default -> null;
    };
  }

  private static ProblemException invalidParameter(@Nullable String name) {
    var problem = ProblemException.of(ProblemTypes.INVALID_PARAMETER);
    return name == null ? problem : problem.withField(name);
  }

  private static ProblemException methodNotAllowed(HttpRequestMethodNotSupportedException thrown) {
    var problem = ProblemException.of(ProblemTypes.METHOD_NOT_ALLOWED);
    var allowed = thrown.getSupportedHttpMethods();
    return allowed == null || allowed.isEmpty()
        ? problem
        : problem.withHeader(
            "Allow",
            allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
  }

  private static ProblemException unsupported(HttpMediaTypeNotSupportedException thrown) {
    var problem =
        ProblemException.of(ProblemTypes.UNSUPPORTED_MEDIA_TYPE).withField("Content-Type");
    var supported = thrown.getSupportedMediaTypes();
    return supported.isEmpty()
        ? problem
        : problem.withHeader("Accept", MediaType.toString(List.of(MediaType.APPLICATION_JSON)));
  }
}
