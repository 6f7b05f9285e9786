/** Figures of the log, beside the bare driver and the stores that a user would take instead. */
@org.jspecify.annotations.NullMarked
package io.vientro.trials.bench;
