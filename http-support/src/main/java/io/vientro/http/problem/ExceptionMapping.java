package io.vientro.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * How an application names its own exceptions (the log is not reachable, say). Beans of this type
 * are asked first.
 */
@FunctionalInterface
public interface ExceptionMapping {
  /** The problem that this exception is, or null if it is none of ours. */
  @Nullable ProblemException map(Throwable thrown);
}
