/**
 * Axon 4 on our log: event store, storage engine, token store. The only place of this module that
 * knows Axon.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.store.axon;
