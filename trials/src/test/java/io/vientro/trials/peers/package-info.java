/** Scenarios on which the store that a user would take instead goes wrong, and ours does not. */
@org.jspecify.annotations.NullMarked
package io.vientro.trials.peers;
