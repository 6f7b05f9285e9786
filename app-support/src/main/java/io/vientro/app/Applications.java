package io.vientro.app;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application as a process of its own; what forbids the start is told in one line. */
public final class Applications {
  private static final int REFUSED = 2;

  /**
   * What any setting of the deployment overrides. A refused start is told by {@link #run}, in one
   * line and not in three pages.
   */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "spring.main.banner-mode", "off",
          "spring.jmx.enabled", "false",
          "spring.threads.virtual.enabled", "true",
          "server.shutdown", "graceful",
          "logging.level.root", "WARN",
          "logging.level.io.vientro", "INFO",
          "logging.level.org.springframework.boot.SpringApplication", "OFF",
          "logging.level.org.springframework.boot.diagnostics", "OFF",
          "logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");

  private Applications() {}

  /** Runs until the process is told to stop; exits with 2 if the start is refused. */
  public static void run(Class<?> application, String... arguments) {
    try {
      start(application, arguments);
    } catch (StartRefusedException e) {
      System.err.println("vientro: " + e.getMessage());
      System.exit(REFUSED);
    }
  }

  /**
   * @throws StartRefusedException if a bean refused to be made for a reason that concerns the
   *     person who starts it
   */
  public static ConfigurableApplicationContext start(Class<?> application, String... arguments) {
    var spring = new SpringApplication(application);
    spring.setLogStartupInfo(false);
    spring.setDefaultProperties(DEFAULTS);
    try {
      return spring.run(arguments);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        switch (cause) {
          case StartRefusedException refused -> throw refused;
          case PortInUseException taken ->
              throw new StartRefusedException("port " + taken.getPort() + " is in use");
          default -> {}
        }
      }
      throw e;
    }
  }
}
