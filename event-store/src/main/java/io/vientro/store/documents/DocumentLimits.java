package io.vientro.store.documents;

import java.time.Duration;

/**
 * What is taken.
 *
 * @param bytes most bytes of a document
 * @param types which types
 * @param patience longest time that one may take to arrive
 */
public record DocumentLimits(long bytes, DocumentTypes types, Duration patience) {
  /** Unless a deployment says otherwise: 32 MiB. */
  public static final long DEFAULT_BYTES = 32L << 20;

  /** An hour: far below the day after which what nobody recorded is removed. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofHours(1);
}
