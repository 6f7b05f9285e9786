package io.vientro.core.dossier;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.DutyParty;
import org.jspecify.annotations.Nullable;

/**
 * A notice about a limit, to be read and acknowledged by its addressee.
 *
 * @param id unique within the dossier
 * @param to in which part it is addressed
 * @param agency the addressee's agency, or null where none is known or the part has none
 * @param basis why it is told
 */
public record DutyNotice(String id, DutyParty to, @Nullable String agency, LegalBasis basis) {}
