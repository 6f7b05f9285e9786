package io.vientro.core.dossier;

/** How an appraisal is done (Art. 10.3). */
public enum AppraisalMethod {
  /** Tổng hợp ý kiến. */
  SYNTHESIS_OF_OPINIONS,
  /** Hội nghị thẩm định. */
  MEETING
}
