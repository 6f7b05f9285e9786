package io.vientro.rulepacks;

import io.vientro.core.rules.Bilingual;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decree that the software knows of, whether or not it holds its content.
 *
 * @param id as of its pack
 * @param act as officials quote it
 * @param inForceFrom first day in force
 * @param inForceTo last day in force, or null if it still is
 */
public record KnownDecree(
    String id, String act, Bilingual title, LocalDate inForceFrom, @Nullable LocalDate inForceTo) {

  /** Whether the decree was in force on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
  }
}
