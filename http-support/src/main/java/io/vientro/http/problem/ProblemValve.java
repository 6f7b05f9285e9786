package io.vientro.http.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container's last word, for requests so malformed that they never reach a filter: a problem
 * instead of Tomcat's page.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private final Problems problems;

  public ProblemValve(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    var status = response.getStatus();
    if (status < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !response.getCoyoteResponse().isErrorReportRequired() && status != 400) {
      return;
    }
    if (thrown != null && status >= 500) {
      LOG.error("request failed in the container", thrown);
    }
    try {
      problems.write(
          ProblemException.of(ProblemType.ofStatus(status)),
          request.getRequest(),
          response.getResponse());
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("the client is gone", gone);
    }
  }
}
