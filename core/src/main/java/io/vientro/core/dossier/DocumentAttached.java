package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document was attached; its bytes are in the store. It has no name: what a client calls a file
 * may say anything, and often names a person.
 *
 * @param document id of the stored document
 * @param kind what paper it is
 * @param sha256 digest of the bytes as stored, lower-case hex; of a personal document these are its
 *     encrypted bytes, since a digest of the document itself would let a guess be confirmed, also
 *     after it was erased
 * @param size of the document in bytes, before encryption
 * @param contentType media type as found from its bytes
 * @param subjectKey id of the key that it is encrypted with, which makes it unreadable once it is
 *     destroyed; null if it is not personal
 * @param attachedOn business date
 */
public record DocumentAttached(
    String document,
    DocumentKind kind,
    String sha256,
    long size,
    String contentType,
    @Nullable String subjectKey,
    LocalDate attachedOn,
    Act act)
    implements LedgerEvent {

  /** Whether it is about a person, and therefore encrypted. */
  public boolean personal() {
    return subjectKey != null;
  }
}
