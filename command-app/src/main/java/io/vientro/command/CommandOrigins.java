package io.vientro.command;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.request.IfMatch;
import io.vientro.http.request.RequestArguments;
import io.vientro.http.request.RequestDigest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Lets a controller's method take the {@link Origin} of a command: who is signed in, and what the
 * headers say. It stands behind the body among the parameters, since it needs the digest of what
 * was read.
 */
final class CommandOrigins implements HandlerMethodArgumentResolver {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final UnaryOperator<String> keyed;

  /**
   * @param keyed makes of a digest one that says nothing to who lacks the key
   */
  CommandOrigins(UnaryOperator<String> keyed) {
    this.keyed = keyed;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Origin.class;
  }

  /**
   * @throws ProblemException invalid-header if the idempotency key is none
   */
  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return of(request, RequestDigest.of(request));
  }

  /**
   * The origin of a command whose body was read elsewhere.
   *
   * @throws ProblemException invalid-header if the idempotency key is none
   */
  Origin of(HttpServletRequest request, RequestDigest digest) {
    var actor = RequestArguments.actor();
    var target = target(request);
    var key = key(request);
    var expected = IfMatch.of(request).expected();
    return new Origin(
        actor,
        key.map(k -> CommandService.commitId(actor.account(), k, target))
            .orElseGet(CommandService::commitId),
        keyed.apply(digest.hex()),
        key.isPresent(),
        expected.isPresent() ? expected.getAsLong() : null);
  }

  static String target(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI();
  }

  /** The id of the commit that a repeatable request made, if it was done before. */
  Optional<String> repeatedCommit(HttpServletRequest request) {
    return key(request)
        .map(
            key ->
                CommandService.commitId(RequestArguments.actor().account(), key, target(request)));
  }

  private static Optional<String> key(HttpServletRequest request) {
    var headers = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    if (headers.size() == 1 && KEY.matcher(headers.getFirst()).matches()) {
      return Optional.of(headers.getFirst());
    }
    throw ProblemException.of(ProblemTypes.INVALID_HEADER).withField(IDEMPOTENCY_KEY);
  }
}
