package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Attaches a document whose bytes are in the store already (đính kèm tài liệu). Everything but
 * kind, date and act was found by the software, not said by whoever sent it.
 *
 * @param document id of the stored document
 * @param kind what paper it is
 * @param sha256 digest of the bytes as stored, lower-case hex; of a personal document these are its
 *     encrypted bytes
 * @param size of the document in bytes, before encryption
 * @param contentType media type as found from its bytes
 * @param subjectKey id of the key that it is encrypted with; null if it is not personal
 * @param attachedOn business date
 */
public record AttachDocument(
    String document,
    DocumentKind kind,
    String sha256,
    long size,
    String contentType,
    @Nullable String subjectKey,
    LocalDate attachedOn,
    Act act)
    implements LedgerCommand {

  public AttachDocument {
    if (kind.isPersonal() && subjectKey == null) {
      throw new IllegalArgumentException("a paper about a person is never stored in the clear");
    }
  }

  @Override
  public LocalDate on() {
    return attachedOn;
  }
}
