package io.vientro.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one resolver: whatever leaves a controller, a converter or Spring MVC itself becomes a
 * problem here.
 */
public final class ProblemResolver implements HandlerExceptionResolver, Ordered {
  private final ExceptionTranslator translator;
  private final Problems problems;

  public ProblemResolver(ExceptionTranslator translator, Problems problems) {
    this.translator = translator;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    // The security filters know what these mean.
    if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
      return null;
    }
    try {
      problems.write(translator.translate(thrown, request), request, response);
      return new ModelAndView();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
