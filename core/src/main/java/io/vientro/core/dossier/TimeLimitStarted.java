package io.vientro.core.dossier;

import io.vientro.core.calendar.LegalTerm;
import java.time.LocalDate;

/**
 * A segment of a time limit began to run. The term is written out, so that the due date can be
 * derived without the pack.
 *
 * @param limit id of the limit in the pack, for example {@code appraisal}
 * @param segment from 1; a restarted limit gets the next number and keeps the old segments
 * @param from date of the event that starts it; the day itself is not counted
 * @param term how long it is and how it ends
 * @param cause name of the step that started it
 */
public record TimeLimitStarted(
    String limit, int segment, LocalDate from, LegalTerm term, String cause)
    implements DossierEvent {}
