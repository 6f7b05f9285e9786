package io.vientro.core.dossier;

/** What an opinion comes to. The decree names no kinds; these are those that a synthesis counts. */
public enum OpinionStance {
  /** Nhất trí. */
  AGREES,
  /** Nhất trí, có ý kiến góp ý. */
  AGREES_WITH_COMMENTS,
  /** Không nhất trí. */
  DISAGREES
}
