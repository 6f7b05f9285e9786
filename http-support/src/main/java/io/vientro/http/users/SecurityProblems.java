package io.vientro.http.users;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the security filters refuse, as problems. */
public final class SecurityProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
  private static final String CHALLENGE = "Basic realm=\"vientro\", charset=\"UTF-8\"";

  private final Problems problems;

  public SecurityProblems(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var problem =
        switch (why) {
          case TooManyTriesException tries ->
              ProblemException.of(ProblemTypes.TOO_MANY_ATTEMPTS)
                  .withRetryAfter(tries.retryAfter());
          case TooBusyException busy -> ProblemException.unavailable(Duration.ofSeconds(5));
          default ->
              ProblemException.of(ProblemTypes.UNAUTHENTICATED)
                  .withHeader("WWW-Authenticate", CHALLENGE);
        };
    problems.write(problem, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    problems.write(ProblemException.of(ProblemTypes.FORBIDDEN), request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    problems.write(ProblemException.of(ProblemTypes.MALFORMED_REQUEST), request, response);
  }
}
