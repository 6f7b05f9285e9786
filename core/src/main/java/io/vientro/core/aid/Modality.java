package io.vientro.core.aid;

/** Form of the aid (Art. 3). */
public enum Modality {
  /** Chương trình. */
  PROGRAMME,
  /** Dự án. */
  PROJECT,
  /** Phi dự án. */
  NON_PROJECT
}
