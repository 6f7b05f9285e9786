package io.vientro.core.dossier;

import java.time.LocalDate;

/** The running segment of a time limit ended. */
public record TimeLimitEnded(String limit, int segment, LocalDate on, Reason reason)
    implements DossierEvent {
  /** Why. */
  public enum Reason {
    /** What the limit asks for was done. */
    FULFILLED,
    /** The dossier went back; the limit runs anew, from the start, once it is complete. */
    RETURNED_FOR_SUPPLEMENT,
    /** The dossier became complete without having been returned. */
    NO_LONGER_OWED,
    /** The case ended otherwise. */
    CASE_ENDED,
    /** It pauses, and goes on where it stopped once the dossier is complete. */
    PAUSED,
    /** The case moved to another agency, whose clock is another one (E11, E36). */
    CASE_MOVED,
    /** The date from which it ran was corrected; it runs anew from the right one. */
    CORRECTED,
    /** The duty was waived. */
    WAIVED
  }
}
