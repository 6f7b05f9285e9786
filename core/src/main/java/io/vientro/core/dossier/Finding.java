package io.vientro.core.dossier;

import org.jspecify.annotations.Nullable;

/**
 * What an officer found wrong with a paper that the checklist alone would pass.
 *
 * @param requirement id of the checklist entry, or null for the dossier as a whole
 * @param text what is wrong and how to mend it, as the applicant will read it
 */
public record Finding(@Nullable String requirement, String text) {}
