package io.vientro.http.response;

import io.vientro.core.log.LogMode;

/**
 * The mode of the log this process works on, for the answers' header and the problems. It starts
 * with what was configured ({@code vientro.log-mode}, LIVE if nothing is) and takes the log's own
 * word once the log is open.
 */
public final class LogModeHolder {
  private volatile LogMode mode;

  public LogModeHolder(LogMode configured) {
    mode = configured;
  }

  public LogMode mode() {
    return mode;
  }

  /** Called once at start, before the first request, with what the log's first event says. */
  public void establish(LogMode ofTheLog) {
    mode = ofTheLog;
  }
}
