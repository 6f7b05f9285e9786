/**
 * Takes commands over HTTP and decides them. An aggregate here is Axon's housing for a decider of
 * core: it loads, asks, applies, and knows no rule itself.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.command;
