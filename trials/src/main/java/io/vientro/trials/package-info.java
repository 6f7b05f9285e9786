/**
 * The log under trial: faults, figures, and the stores that a user would take instead. Nothing of
 * this is shipped.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.trials;
