package io.vientro.core.dossier;

import io.vientro.core.rules.RulePack.AdjustmentEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment (điều chỉnh, Art. 16) as far as it has come.
 *
 * @param determined who decides, where the request left it open and a person answered; or null
 * @param approval or null
 * @param refusal or null
 */
public record Adjustment(
    AdjustmentRequested request,
    @Nullable AdjustmentDetermined determined,
    @Nullable AdjustmentApproved approval,
    @Nullable AdjustmentRefused refusal) {
  /** Role that decides; null while a question is open. */
  public @Nullable String approver() {
    return determined == null ? request.approver() : determined.approver();
  }

  /** Its agency, or null if the registry knows none or a question is open. */
  public @Nullable String approverAgency() {
    return determined == null ? request.approverAgency() : determined.approverAgency();
  }

  /** Article and clause that name it; null while a question is open. */
  public @Nullable String articles() {
    return determined == null ? request.articles() : determined.articles();
  }

  /** Questions that a person still has to answer. */
  public List<AidClassified.OpenQuestion> questions() {
    return determined == null ? request.questions() : determined.questions();
  }

  /** Whether it needs no decision, since it changes no part of the one there is. */
  public boolean needsNoDecision() {
    return AdjustmentEntry.NOBODY.equals(approver());
  }

  /** Whether somebody still has to decide on it. */
  public boolean open() {
    return approval == null && refusal == null && !needsNoDecision();
  }
}
