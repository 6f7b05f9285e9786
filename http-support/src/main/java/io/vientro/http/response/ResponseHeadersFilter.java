package io.vientro.http.response;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of all filters, so that a refusal by any other carries the headers too. */
public final class ResponseHeadersFilter extends OncePerRequestFilter {
  public static final String LOG_MODE = "Vientro-Log-Mode";

  private static final String MDC_KEY = "request";

  private final LogModeHolder logMode;

  public ResponseHeadersFilter(LogModeHolder logMode) {
    this.logMode = logMode;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var id = RequestIds.of(request, request.getHeader(RequestIds.HEADER));
    response.setHeader(RequestIds.HEADER, id);
    response.setHeader(LOG_MODE, logMode.mode().name());
    MDC.put(MDC_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(MDC_KEY);
    }
  }
}
