package io.vientro.http.request;

import io.vientro.core.decision.Actor;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Lets a controller's method take the {@link Actor} who is signed in and the {@link IfMatch} of the
 * request.
 */
public final class RequestArguments implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class
        || parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return parameter.getParameterType() == Actor.class
        ? actor()
        : IfMatch.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }

  /**
   * Who is signed in.
   *
   * @throws ProblemException unauthenticated if nobody is
   */
  public static Actor actor() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
      return actor;
    }
    throw ProblemException.of(ProblemTypes.UNAUTHENTICATED);
  }
}
