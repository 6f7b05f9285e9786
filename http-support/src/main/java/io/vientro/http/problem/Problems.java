package io.vientro.http.problem;

import io.vientro.http.response.LogModeHolder;
import io.vientro.http.response.RequestIds;
import io.vientro.http.response.ResponseHeadersFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Turns what was thrown into the problem that goes out, and writes it. */
public final class Problems {
  private final LogModeHolder logMode;
  private final JsonMapper mapper;

  public Problems(LogModeHolder logMode, JsonMapper mapper) {
    this.logMode = logMode;
    this.mapper = mapper;
  }

  public Problem of(ProblemException thrown, Language language, String requestId) {
    var type = thrown.type();
    var detail = thrown.detail();
    var errors = thrown.errors().stream().map(error -> error.in(language)).toList();
    return new Problem(
        "urn:vientro:problem:" + type.code(),
        type.titles().in(language),
        type.status(),
        detail == null ? null : detail.in(language),
        "urn:vientro:request:" + requestId,
        type.code(),
        thrown.field(),
        errors.isEmpty() ? null : errors,
        thrown.legalBasis(),
        thrown.facts().isEmpty() ? null : new TreeMap<>(thrown.facts()),
        type.titles(),
        detail,
        logMode.mode());
  }

  /**
   * Writes the problem as the whole answer, whatever the client accepts: an error that it may not
   * read is worse than one in a format that it did not ask for. Does nothing if an answer is
   * already under way.
   */
  public void write(
      ProblemException thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    var requestId = RequestIds.of(request, request.getHeader(RequestIds.HEADER));
    var language = Language.accepted(request.getHeader("Accept-Language"));
    var body = mapper.writeValueAsBytes(of(thrown, language, requestId));
    response.setStatus(thrown.type().status());
    thrown.headers().forEach(response::setHeader);
    response.setHeader(RequestIds.HEADER, requestId);
    response.setHeader(ResponseHeadersFilter.LOG_MODE, logMode.mode().name());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", language.locale().getLanguage());
    // A success that was under preparation may have left its own tag behind.
    response.setHeader("ETag", null);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
    response.flushBuffer();
  }
}
