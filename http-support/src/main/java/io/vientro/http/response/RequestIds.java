package io.vientro.http.response;

import jakarta.servlet.ServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which a request is found again in the logs; a proxy may have given one. */
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestIds.class.getName();
  // Anything else could forge lines in a log file.
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestIds() {}

  /**
   * The id of this request; made up at the first call if the proxy gave none that is acceptable.
   */
  public static String of(ServletRequest request, @Nullable String offered) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    var id = offered != null && ACCEPTABLE.matcher(offered).matches() ? offered : fresh();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  public static String fresh() {
    return UUID.randomUUID().toString();
  }
}
