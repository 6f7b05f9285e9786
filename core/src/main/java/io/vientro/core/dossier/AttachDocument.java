package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import java.time.LocalDate;

/**
 * Attaches a document whose bytes are in the store already.
 *
 * @param document id of the stored document
 * @param kind what paper it is
 * @param sha256 digest of the stored bytes, lower-case hex; of a personal document of its encrypted bytes
 * @param size of the document in bytes, before encryption
 * @param contentType as found from its bytes
 * @param personal whether it is encrypted with a key of its own
 * @param attachedOn business date
 */
public record AttachDocument(String document, DocumentKind kind, String sha256, long size, String contentType, boolean personal, LocalDate attachedOn, Act act) implements LedgerCommand {
  @Override
  public LocalDate on() {
    return attachedOn;
  }
}
