package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import java.time.LocalDate;

/**
 * A document was attached; its bytes are in the store.
 *
 * @param document id of the stored document
 * @param sha256 digest of the stored bytes, lower-case hex; of a personal document of its encrypted bytes, since a digest of the document itself would let a guess be confirmed
 * @param size of the document in bytes, before encryption
 * @param contentType as found from its bytes
 * @param personal whether it is encrypted with a key of its own
 */
public record DocumentAttached(String document, DocumentKind kind, String sha256, long size, String contentType, boolean personal, LocalDate attachedOn, Act act) implements LedgerEvent {}
