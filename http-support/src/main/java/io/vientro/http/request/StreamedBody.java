package io.vientro.http.request;

import io.vientro.http.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An address whose body is no JSON and is never held in memory: it has a limit of its own. Whoever
 * reads it counts, since not every body announces its length.
 *
 * @param path of POST requests
 * @param bytes the most
 * @param tooLarge what a larger one is answered with
 */
public record StreamedBody(PathPattern path, long bytes, ProblemType tooLarge) {

  public StreamedBody(String path, long bytes, ProblemType tooLarge) {
    this(PathPatternParser.defaultInstance.parse(path), bytes, tooLarge);
  }

  boolean isOf(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && path.matches(PathContainer.parsePath(request.getRequestURI()));
  }
}
