package io.vientro.core.dossier;

import org.jspecify.annotations.Nullable;

/**
 * An adjustment (điều chỉnh, Art. 16) as far as it has come.
 *
 * @param approval or null
 * @param refusal or null
 */
public record Adjustment(
    AdjustmentRequested request,
    @Nullable AdjustmentApproved approval,
    @Nullable AdjustmentRefused refusal) {
  /** Whether nobody has decided on it yet. */
  public boolean open() {
    return approval == null && refusal == null;
  }
}
