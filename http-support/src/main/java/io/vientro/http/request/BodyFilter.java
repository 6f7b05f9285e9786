package io.vientro.http.request;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, before anything else is done for it, a body that announces itself as too large, and one
 * whose type would make the container or Spring parse it in their own ways (forms above all: they
 * turn into parameters, past all strictness).
 */
public final class BodyFilter extends OncePerRequestFilter {
  private final BodyLimit limit;
  private final List<StreamedBody> streamed;
  private final Problems problems;

  /**
   * @param streamed addresses with another limit
   */
  public BodyFilter(BodyLimit limit, List<StreamedBody> streamed, Problems problems) {
    this.limit = limit;
    this.streamed = List.copyOf(streamed);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      checkLength(request);
      checkType(request.getContentType());
    } catch (ProblemException refused) {
      problems.write(refused, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void checkLength(HttpServletRequest request) {
    var length = request.getContentLengthLong();
    for (var body : streamed) {
      if (body.isOf(request)) {
        if (length > body.bytes()) {
          throw ProblemException.of(body.tooLarge());
        }
        return;
      }
    }
    limit.check(length);
  }

  private static void checkType(@Nullable String contentType) {
    if (contentType == null) {
      return;
    }
    try {
      var type = MediaType.parseMediaType(contentType);
      if (type.isConcrete()
          && !type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)
          && !type.getType().equals("multipart")) {
        return;
      }
    } catch (InvalidMediaTypeException nonsense) {
      // Refused below, like the rest.
    }
    throw ProblemException.of(ProblemTypes.UNSUPPORTED_MEDIA_TYPE).withField("Content-Type");
  }
}
