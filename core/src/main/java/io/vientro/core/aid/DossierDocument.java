package io.vientro.core.aid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One paper of the dossier as it was handed in.
 *
 * @param kind what paper it is
 * @param number as printed, or null
 * @param issuedOn or null
 * @param copyForm original, certified or plain copy, of the first set
 * @param medium paper or electronic
 * @param copies how many of it were handed in, the first included; at least one
 * @param language ISO 639-1 code of the paper's language
 * @param translation the Vietnamese translation that came with it; {@code NONE} if none
 * @param validUntil last day of validity, or null if it names none
 */
public record DossierDocument(
    DocumentKind kind,
    @Nullable String number,
    @Nullable LocalDate issuedOn,
    CopyForm copyForm,
    Medium medium,
    int copies,
    String language,
    Translation translation,
    @Nullable LocalDate validUntil) {

  /** How near to the original it is; each stands for what comes after it. */
  public enum CopyForm {
    ORIGINAL,
    /** Bản sao có chứng thực. */
    CERTIFIED_COPY,
    /** Bản sao. */
    PLAIN_COPY
  }

  public enum Medium {
    PAPER,
    ELECTRONIC
  }

  /** Which act stands behind the translation; these are different acts (E18). */
  public enum Translation {
    NONE,
    /** Bản dịch đã được công chứng. */
    NOTARISED,
    /** Chứng thực chữ ký người dịch. */
    TRANSLATOR_SIGNATURE_CERTIFIED,
    PLAIN
  }
}
