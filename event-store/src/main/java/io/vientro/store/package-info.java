/**
 * Core's events in the log: the one codec with the only upcasters, sealing of personal values, and
 * what reads an aggregate's own stream. Axon is confined to the package {@code axon} below.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.store;
