/**
 * Figures of the log, beside the bare driver and the stores that a user would take instead; and of
 * due dates, beside a plain loop over days.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.trials.bench;
