package io.vientro.command.due;

import io.vientro.app.StartRefusedException;
import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * What a deployment may set about time limits; each name is also an environment variable ({@code
 * vientro.due-worker}: {@code VIENTRO_DUE_WORKER}).
 *
 * @param worker whether this process keeps the index and raises what falls due ({@code
 *     vientro.due-worker}, {@code on} or {@code off}, default on)
 * @param every how often it looks, in milliseconds ({@code vientro.due-poll-millis}, default 1000,
 *     from 10 on)
 */
public record DueSettings(boolean worker, Duration every) {

  /**
   * @throws StartRefusedException if a value is none that the setting can have
   */
  public static DueSettings of(Environment environment) {
    var worker = environment.getProperty("vientro.due-worker", "on");
    if (!worker.equals("on") && !worker.equals("off")) {
      throw new StartRefusedException("VIENTRO_DUE_WORKER is on or off, not " + worker);
    }
    var millis = environment.getProperty("vientro.due-poll-millis", "1000");
    if (!millis.matches("[1-9][0-9]{1,6}")) {
      throw new StartRefusedException(
          "VIENTRO_DUE_POLL_MILLIS is a number of milliseconds from 10 on, not " + millis);
    }
    return new DueSettings(worker.equals("on"), Duration.ofMillis(Long.parseLong(millis)));
  }
}
