package io.vientro.http.request;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.ETags;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.OptionalLong;

/** Which state the client has seen. */
public sealed interface IfMatch {
  /** No header: the command is decided on whatever state there is. */
  record Absent() implements IfMatch {}

  /** {@code *}: any state, as long as the thing exists. */
  record Any() implements IfMatch {}

  /**
   * One strong tag.
   *
   * @param sequence the aggregate's sequence in it
   */
  record Exactly(long sequence) implements IfMatch {}

  /** The sequence asked for; empty for {@link Absent} and {@link Any}. */
  default OptionalLong expected() {
    return this instanceof Exactly(var sequence) ? OptionalLong.of(sequence) : OptionalLong.empty();
  }

  /**
   * @throws ProblemException precondition-failed if one sequence is asked for and the state is at
   *     another
   */
  default void require(long actual) {
    if (this instanceof Exactly(var sequence) && sequence != actual) {
      throw ProblemException.preconditionFailed();
    }
  }

  /**
   * @throws ProblemException invalid-header for anything but one strong tag of ours or {@code *}
   */
  static IfMatch of(HttpServletRequest request) {
    var headers = Collections.list(request.getHeaders("If-Match"));
    if (headers.isEmpty()) {
      return new Absent();
    }
    if (headers.size() == 1) {
      var tag = headers.getFirst().strip();
      if (tag.equals("*")) {
        return new Any();
      }
      var sequence = ETags.sequence(tag);
      if (sequence != null) {
        return new Exactly(sequence);
      }
    }
    throw ProblemException.of(ProblemTypes.INVALID_HEADER)
        .withField("If-Match")
        .withDetailKey("if-match");
  }
}
