package io.vientro.core.dossier;

import io.vientro.core.rules.DutyParty;
import org.jspecify.annotations.Nullable;

/**
 * Who owes what a limit asks for.
 *
 * @param party in which part
 * @param agency its agency or organisation, or null where none is known
 */
public record Debtor(DutyParty party, @Nullable String agency) {}
