/**
 * The fault drill: two writer and two reader processes on a durable store of their own, killed,
 * stopped and cut off again and again; then an independent look at what the log kept.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.trials.drill;
