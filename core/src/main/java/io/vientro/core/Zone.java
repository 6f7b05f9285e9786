package io.vientro.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one zone in which dates of the law are read. */
public final class Zone {
  public static final ZoneId HO_CHI_MINH = ZoneId.of("Asia/Ho_Chi_Minh");

  private Zone() {}

  /** The date that officials read on the wall at this instant. */
  public static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, HO_CHI_MINH);
  }
}
