package io.vientro.http;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps addresses out of the log: Spring MVC and Tomcat would quote the ones that they refuse. */
final class QuietLoggers {
  QuietLoggers(LoggingSystem logging) {
    logging.setLogLevel("org.springframework.web.servlet.PageNotFound", LogLevel.ERROR);
    logging.setLogLevel("org.apache.coyote.http11.Http11Processor", LogLevel.WARN);
    logging.setLogLevel("org.springframework.security.web.FilterChainProxy", LogLevel.WARN);
  }
}
