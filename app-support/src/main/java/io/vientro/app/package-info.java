/**
 * What both applications share beyond HTTP: settings, clock, the opening of the log, the law on
 * record, the wiring of the store.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.app;
