/** The stores that a user would take instead, set up as their documentation says. */
@org.jspecify.annotations.NullMarked
package io.vientro.trials.peers;
