package io.vientro.core.log;

import io.vientro.core.DomainEvent;
import java.time.LocalDate;

/**
 * The first event of every log.
 *
 * @param mode what the log is for
 * @param day the day of the first start, Asia/Ho_Chi_Minh; sample dossiers count their dates back
 *     from it
 */
public record LogOpened(LogMode mode, LocalDate day) implements DomainEvent {
  /** The one aggregate id that carries it. */
  public static final String AGGREGATE = "log-opening";
}
