package io.vientro.core.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Something the dossier lacks.
 *
 * @param requirement id of the checklist entry, or null for a finding about the dossier as a whole
 * @param defect stable code of what is wrong: {@code missing}, {@code not-original}, {@code
 *     not-certified}, {@code translation-missing}, {@code expired}, {@code validity-not-stated},
 *     {@code too-few-copies}, {@code too-few-sets}, {@code undetermined} or {@code finding}
 * @param article article and clause that asks for it
 * @param text the officer's words for a finding, else null
 */
public record Gap(
    @Nullable String requirement, String defect, @Nullable String article, @Nullable String text) {
  /** The defect of an officer's own finding. */
  public static final String FINDING = "finding";

  /** The defect of an entry that turns on an open question. */
  public static final String UNDETERMINED = "undetermined";

  /**
   * Whether it is owed at all turns on a question that is still open, so that nobody can bring it
   * yet.
   */
  public boolean undetermined() {
    return defect.equals(UNDETERMINED);
  }
}
