package io.vientro.core.dossier;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.rules.RulePack.Fulfilment;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A segment of a time limit began to run. The term is written out, so that the due date can be
 * derived without the pack. A limit with a debtor is a duty.
 *
 * @param limit id of the limit in the pack, for example {@code appraisal}
 * @param segment from 1; a restarted limit, and the next period of a recurring one, gets the next
 *     number and keeps the old segments
 * @param from date from which it is counted; the day itself is not
 * @param term how long it is and how it ends; null where nothing gives a limit
 * @param cause name of the step that started it
 * @param at instant of the event, for a limit in hours; else null
 * @param used units that earlier segments used up, of a limit that was paused; null for none
 * @param jurisdiction place whose notices count beside the country's, or null
 * @param period period that it is about, for example {@code 2023} or {@code 2023-H1}; null for one
 *     that comes once
 * @param debtor who owes it, or null where the pack does not say
 * @param shifted why it is counted from a later day than the event's, as the deploying agency's
 *     basis says it; null where it is not
 * @param asks what does what it asks for, or null where the pack does not say
 * @param warnDays how many days before its last day a warning is due; null for none
 */
public record TimeLimitStarted(
    String limit,
    int segment,
    LocalDate from,
    @Nullable LegalTerm term,
    String cause,
    @Nullable Instant at,
    @Nullable Integer used,
    @Nullable String jurisdiction,
    @Nullable String period,
    @Nullable Debtor debtor,
    @Nullable String shifted,
    @Nullable Fulfilment asks,
    @Nullable Integer warnDays)
    implements DossierEvent {
  /** A segment of which nothing more is to be said. */
  public TimeLimitStarted(String limit, int segment, LocalDate from, LegalTerm term, String cause) {
    this(limit, segment, from, term, cause, null, null, null, null, null, null, null, null);
  }
}
